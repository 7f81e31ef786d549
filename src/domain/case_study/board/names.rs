//! What orders, operations and posts are called on a board.

use super::{BoardOperation, BoardPost, ScheduleBoard};

impl BoardPost {
    /// Its designation, else its code.
    pub fn name(&self) -> &str {
        if self.label.is_empty() { &self.code } else { &self.label }
    }
}

impl BoardOperation {
    /// « op. 30 »; empty when the order has one operation.
    pub fn short_number(&self) -> String {
        if self.number.is_empty() { String::new() } else { format!("op. {}", self.number) }
    }
}

impl ScheduleBoard {
    /// « OF 2451 »: the name of an order, said to be one when it is only a number.
    pub fn order_name(&self, order: usize) -> String {
        let name = self.orders.get(order).map_or("", |order| order.name.as_str());
        let bare = !name.is_empty() && name.chars().all(|character| character.is_ascii_digit());
        if bare { format!("OF {name}") } else { name.to_owned() }
    }

    /// « OF 2451, opération 30 ».
    pub fn operation_name(&self, operation: usize) -> String {
        let Some(operation) = self.operations.get(operation) else { return String::new() };
        let order = self.order_name(operation.order);
        if operation.number.is_empty() {
            order
        } else {
            format!("{order}, opération {}", operation.number)
        }
    }

    /// Name of a post.
    pub fn post_name(&self, post: usize) -> &str {
        self.posts.get(post).map_or("", BoardPost::name)
    }

    /// « après l'opération 20 »; empty when nothing comes before.
    pub fn after_words(&self, operation: usize) -> String {
        let Some(operation) = self.operations.get(operation) else { return String::new() };
        let before = operation.predecessors.iter().filter_map(|rank| {
            let other = self.operations.get(*rank)?;
            Some(if other.order == operation.order && !other.number.is_empty() {
                format!("l'opération {}", other.number)
            } else {
                self.operation_name(*rank)
            })
        });
        let before: Vec<String> = before.collect();
        if before.is_empty() { String::new() } else { format!("après {}", before.join(" et ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::workshop;

    #[test]
    fn orders_and_operations_are_said_in_french() {
        let mut board = workshop();
        assert_eq!(board.operation_name(2), "OF 2451, opération 30");
        assert_eq!(board.after_words(2), "après l'opération 20");
        assert_eq!(board.after_words(0), "");
        assert_eq!(board.post_name(2), "Pneus");
        board.orders[0].name = "Lot 7".to_owned();
        board.operations[0].number.clear();
        assert_eq!(board.operation_name(0), "Lot 7");
        assert_eq!(board.operation_name(99), "");
    }
}
