"""Results for people and for programs: diagnostics as text, JSON, SARIF and CI annotations, the summary, progress.

Every function that renders is pure: values in, text or bytes out. All but `progress` write nothing.
"""
