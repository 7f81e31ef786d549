//! Fixed numbers of bytes in JSON: base64, and refused when the number differs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// Writes bytes in base64.
pub(super) fn serialize<S: Serializer, const N: usize>(
    bytes: &[u8; N],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

/// Reads exactly `N` bytes in base64.
pub(super) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(
    deserializer: D,
) -> Result<[u8; N], D::Error> {
    let text = String::deserialize(deserializer)?;
    let bytes = STANDARD.decode(text).map_err(|_| D::Error::custom("not base64"))?;
    <[u8; N]>::try_from(bytes.as_slice()).map_err(|_| D::Error::custom("not that many bytes"))
}

#[cfg(test)]
mod tests {
    use super::super::encoding;

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct Sample {
        #[serde(with = "encoding")]
        salt: [u8; 4],
    }

    #[test]
    fn bytes_are_written_and_read_back() {
        let sample = Sample { salt: [0, 1, 254, 255] };
        let text = serde_json::to_string(&sample).unwrap();
        assert_eq!(text, r#"{"salt":"AAH+/w=="}"#);
        assert_eq!(serde_json::from_str::<Sample>(&text).unwrap(), sample);
    }

    #[test]
    fn another_number_of_bytes_is_refused() {
        for text in ["AAH+", "AAH+/wA=", "", "AAH+/w", "é"] {
            let text = format!(r#"{{"salt":"{text}"}}"#);
            assert!(serde_json::from_str::<Sample>(&text).is_err(), "{text}");
        }
    }
}
