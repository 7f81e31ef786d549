//! What holds for any payloads and any bytes.

use proptest::prelude::*;

use super::*;

fn any_bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(proptest::num::u8::ANY, 0..most)
}

proptest! {
    #[test]
    fn any_payloads_are_read_back(
        first in proptest::collection::vec(any_bytes(300), 0..12),
        second in proptest::collection::vec(any_bytes(300), 0..12),
    ) {
        let path = Path::new("essai.journal");
        let mut memory = Memory::begin(path, &header("c-1"), &key()).unwrap();
        for payload in &first {
            memory.append(path, payload).unwrap();
        }
        let content = parse(path, memory.bytes().to_vec(), &key()).unwrap();
        let mut memory = Memory::resume(path, &content, &key()).unwrap();
        for payload in &second {
            memory.append(path, payload).unwrap();
        }
        let content = parse(path, memory.bytes().to_vec(), &key()).unwrap();
        prop_assert_eq!(content.records, [first, second].concat());
        prop_assert_eq!(content.cut, None);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in any_bytes(2_000), from in 0usize..400) {
        let path = Path::new("essai.journal");
        let _ = parse(path, bytes.clone(), &key());
        // The same after a good beginning.
        let (good, written) = two_segments();
        let from = from.min(good.len());
        let mixed = [&good[..from], bytes.as_slice()].concat();
        if let Ok(content) = parse(path, mixed, &key()) {
            prop_assert!(written.starts_with(&content.records));
        }
    }
}
