"""担当の引き継ぎ: a coordinator's firms, or somebody's own encounters, go to a colleague, who accepts before."""
