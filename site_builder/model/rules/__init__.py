"""Every kind of fault there is, with its stable code. docs/messages.md and `explain CODE` show these texts."""

from site_builder.model.diagnostic import Rule
from site_builder.model.rules.body import BODY_RULES
from site_builder.model.rules.cache import CACHE_RULES
from site_builder.model.rules.front_matter import FRONT_MATTER_RULES
from site_builder.model.rules.links import LINK_RULES
from site_builder.model.rules.site import SITE_RULES
from site_builder.model.rules.theme import THEME_RULES
from site_builder.model.rules.world import WORLD_RULES

RULES: tuple[Rule, ...] = (
    *FRONT_MATTER_RULES,
    *BODY_RULES,
    *LINK_RULES,
    *WORLD_RULES,
    *SITE_RULES,
    *CACHE_RULES,
    *THEME_RULES,
)
RULE_BY_CODE = {rule.code: rule for rule in RULES}
