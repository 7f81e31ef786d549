//! The name of a room in a sentence: a centre writes « 204 » or « Salle 204 ».

/// The word before the name of a room.
const WORD: &str = "salle";

/// « salle 204 » for « 204 », « Salle 204 » as it is: the word is said once. Empty without a room.
pub fn room_words(room: &str) -> String {
    let room = room.trim();
    if room.is_empty() || names_itself(room) { room.to_owned() } else { format!("{WORD} {room}") }
}

/// What stands beside the label « Salle »: « 204 » for « Salle 204 ».
pub fn room_label(room: &str) -> &str {
    let room = room.trim();
    let rest = room.get(WORD.len()..).filter(|_| names_itself(room)).unwrap_or_default();
    let number = rest.trim_start();
    // « Salle » alone, or « Salles A et B »: as it was written.
    if number.is_empty() || number.len() == rest.len() { room } else { number }
}

fn names_itself(room: &str) -> bool {
    room.get(..WORD.len()).is_some_and(|start| start.eq_ignore_ascii_case(WORD))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_is_said_once() {
        for (room, words, label) in [
            ("204", "salle 204", "204"),
            (" B 12 ", "salle B 12", "B 12"),
            ("Salle 4", "Salle 4", "4"),
            ("SALLE  4", "SALLE  4", "4"),
            ("salle", "salle", "salle"),
            ("Salles A et B", "Salles A et B", "Salles A et B"),
            ("été", "salle été", "été"),
            ("Amphithéâtre", "salle Amphithéâtre", "Amphithéâtre"),
            ("", "", ""),
        ] {
            assert_eq!(room_words(room), words);
            assert_eq!(room_label(room), label);
        }
    }
}
