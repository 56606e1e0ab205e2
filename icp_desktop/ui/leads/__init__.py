"""The leads page: a scored list, and beside it why each of them scores so."""
