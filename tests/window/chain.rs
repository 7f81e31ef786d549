//! The whole job once, by keyboard alone: a case from the TSPI template with one question of each
//! kind, sat, evaluated by two jurors, decided, printed.
