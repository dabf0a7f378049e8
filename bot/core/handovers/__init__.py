"""A question that a person answers: who, until when, and what was said."""
