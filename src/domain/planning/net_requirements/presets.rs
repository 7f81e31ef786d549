//! Layouts of the table of one article as met in French books and courses.

use super::layout::Quantity::{
    self, Available, BeforeOrder, Cumulative, Gross, Launched, Net, OrderReceipt, OrderStart,
    Safety, Start, Stock,
};

/// A row: what it holds, end of its key, short name in workings, words shown.
///
/// The key is the usual one, except where the letters shown are the usual key of another quantity
/// of the same table ("PS" for a position): the key then follows the letters.
pub(super) type PresetRow = (Quantity, &'static str, &'static str, &'static str);

/// A layout under the name that authors write.
pub(super) struct Preset {
    /// Name written by authors.
    pub(super) name: &'static str,
    /// Rows, in order.
    pub(super) rows: &'static [PresetRow],
    /// Whether the head of each article recalls its stock, lot and lead time.
    pub(super) head_recalls_data: bool,
}

/// The layout used when none is stated.
pub(super) const USUAL: Preset = Preset {
    name: "bb_ol_ps_bn_opf_opd",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts (BB)"),
        (Launched, "OL", "OL", "Ordres lancés (OL)"),
        (Stock, "PS", "PS", "Stock projeté (PS)"),
        (Net, "BN", "BN", "Besoins nets (BN)"),
        (OrderReceipt, "OPF", "OPF", "Ordres proposés, fin (OPF)"),
        (OrderStart, "OPD", "OPD", "Ordres proposés, début (OPD)"),
    ],
    head_recalls_data: false,
};

/// All layouts, the usual one first.
pub(super) const PRESETS: &[Preset] =
    &[USUAL, TD, TD_BALANCE, GM, LICENCE, TRIOMPHE, QLIO, QLIO_ONE_ROW, NOTE, COMPONENT, ORLICKY];

/// "TD MRP corrigé": initial and final stock, "SI = L = D =" at the head.
const TD: Preset = Preset {
    name: "td_bb_ol_bn_of_od",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts"),
        (Launched, "OL", "OL", "Ordre lancé"),
        (Start, "SI", "SI", "Stock initial"),
        (Stock, "PS", "SF", "Stock final"),
        (Net, "BN", "BN", "Besoins nets"),
        (OrderReceipt, "OPF", "OF", "Ordre Fin"),
        (OrderStart, "OPD", "OD", "Ordre Début"),
    ],
    head_recalls_data: true,
};

/// "TD MRP correction": the balance before the order is a row.
const TD_BALANCE: Preset = Preset {
    name: "td_bb_sd_ra_bn_os_s",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts (BB)"),
        (BeforeOrder, "SD", "SD", "Solde avant ordre (SD)"),
        (Launched, "OL", "RA", "Réceptions attendues (RA)"),
        (Net, "BN", "BN", "Besoins nets (BN)"),
        (OrderReceipt, "OPF", "OS réception", "Ordres suggérés, réception (OS)"),
        (Stock, "PS", "S", "Stock fin (S)"),
        (OrderStart, "OPD", "OS lancement", "Ordres suggérés, lancement (OS)"),
    ],
    head_recalls_data: false,
};

/// "Calcul des besoins" (Premières GM): SD of the end of the week, PS(n) = SD(n−1) − BB(n).
const GM: Preset = Preset {
    name: "gm_bb_sd_ps_bn_opf_opd",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts (BB)"),
        (Stock, "SD", "SD", "Stock disponible fin de semaine (SD)"),
        (BeforeOrder, "PS", "PS", "Position de stock (PS)"),
        (Net, "BN", "BN", "Besoins nets (BN)"),
        (OrderReceipt, "OPF", "OPF", "Ordres prévisionnels, fin (OPF)"),
        (OrderStart, "OPD", "OPD", "Ordres prévisionnels, début (OPD)"),
    ],
    head_recalls_data: false,
};

/// Licence maintenance industrielle: four rows, one order row at launch.
const LICENCE: Preset = Preset {
    name: "licence_bb_ad_bn_op",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts (BB)"),
        (Available, "AD", "AD", "Articles disponibles (AD)"),
        (Net, "BN", "BN", "Besoins nets (BN)"),
        (OrderStart, "OPD", "OP", "Ordres proposés (OP)"),
    ],
    head_recalls_data: false,
};

/// C. Triomphe: the stock wanted at the end is a row.
const TRIOMPHE: Preset = Preset {
    name: "triomphe_bb_sd_la_sp_bn_lp",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts"),
        (Safety, "SS", "Stock désiré", "Stock désiré fin"),
        (Launched, "OL", "LA", "Livraison attendue début"),
        (Stock, "PS", "Stock prévu", "Stock prévu fin"),
        (Net, "BN", "BN", "Besoins nets"),
        (OrderStart, "OPD", "LP", "Lancements programmés début"),
    ],
    head_recalls_data: false,
};

/// BUT QLIO: the cell "−3 97" is written in two rows, before and after the order.
const QLIO: Preset = Preset {
    name: "qlio_bb_dp_op",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts"),
        (BeforeOrder, "SD", "DP avant ordre", "Disponible prévisionnel avant ordre"),
        (Stock, "PS", "DP", "Disponible prévisionnel"),
        (OrderStart, "OPD", "OP", "Ordre prévisionnel (début)"),
    ],
    head_recalls_data: false,
};

/// BUT QLIO, the available stock in one row, order included.
const QLIO_ONE_ROW: Preset = Preset {
    name: "qlio_bb_dp_op_une_ligne",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts"),
        (Stock, "PS", "DP", "Disponible prévisionnel"),
        (OrderStart, "OPD", "OP", "Ordre prévisionnel (début)"),
    ],
    head_recalls_data: false,
};

/// A French note on MRP: receipts programmed, then planned.
const NOTE: Preset = Preset {
    name: "note_bb_rp_sp_bn_rp_lp",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts"),
        (Launched, "OL", "Réceptions programmées", "Réceptions programmées"),
        (Stock, "PS", "Stock projeté", "Stock projeté"),
        (Net, "BN", "BN", "Besoins nets"),
        (OrderReceipt, "OPF", "Réceptions planifiées", "Réceptions planifiées"),
        (OrderStart, "OPD", "Lancements planifiés", "Lancements planifiés"),
    ],
    head_recalls_data: false,
};

/// BB / OL / SP / OP where OL are the launches and OP the receipts.
const COMPONENT: Preset = Preset {
    name: "composant_bb_ol_sp_op",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts (BB)"),
        (OrderStart, "OPD", "OL", "Lancements (OL)"),
        (Stock, "PS", "SP", "Stock projeté (SP)"),
        (OrderReceipt, "OPF", "OP", "Réceptions (OP)"),
    ],
    head_recalls_data: false,
};

/// Orlicky: the stock goes on below zero as if nothing were planned.
const ORLICKY: Preset = Preset {
    name: "orlicky_bb_ra_cumul_bn_op",
    rows: &[
        (Gross, "BB", "BB", "Besoins bruts"),
        (Launched, "OL", "RA", "Réceptions attendues"),
        (Cumulative, "CUM", "Stock", "Stock projeté, sans ordre proposé"),
        (Net, "BN", "BN", "Besoins nets"),
        (OrderReceipt, "OPF", "OPF", "Ordres proposés, réception"),
        (OrderStart, "OPD", "OPD", "Ordres proposés, lancement"),
    ],
    head_recalls_data: false,
};
