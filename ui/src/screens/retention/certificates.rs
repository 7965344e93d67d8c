//! What was destroyed, and the certificate of each, which can be printed.

use super::why;
use crate::frame::{moment, print_page, type_word};
use crate::parts::{Button, Buttons, Column, Dialog, Icon, Sheet, Table, TableRow, Weight, use_language};
use amparo_api::retention::Certificate;
use amparo_language::{number, words};
use amparo_model::record::RecordType;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct CertificatesProps {
    pub(super) destroyed: Vec<Certificate>,
}

/// The list. Takes no room while nothing was destroyed.
#[component]
pub(super) fn Certificates(props: &CertificatesProps) -> Html {
    let language = use_language();
    let shown = use_state(|| None::<Certificate>);
    if props.destroyed.is_empty() {
        return Html::default();
    }
    let columns = vec![
        Column::new("code", words::retention_propose_code(&language)).fit(),
        Column::new("when", words::retention_certificate_when(&language)),
        Column::new("why", words::retention_hold_why(&language)),
        Column::new("show", AttrValue::default()).fit(),
    ];
    let rows = props.destroyed.iter().map(|certificate| {
        let (shown, wanted) = (shown.setter(), certificate.clone());
        TableRow {
            key: certificate.record.to_string().into(),
            spine: None,
            cells: vec![
                html! { <bdi class="code">{ &certificate.code }</bdi> },
                html! { moment(&language, certificate.at) },
                html! { certificate.why.map_or_else(|| words::retention_certificate_again(&language), |it| why(&language, it)) },
                html! { <Button id={format!("certificate-{}", certificate.code)} small=true label={words::retention_certificate_show(&language)} on_press={Callback::from(move |()| shown.set(Some(wanted.clone())))} /> },
            ],
        }
    });
    let close = {
        let shown = shown.setter();
        Callback::from(move |()| shown.set(None))
    };
    html! {
        <Sheet title={words::retention_certificates(&language)}>
        <div class="stack tight" id="retention-certificates">
            <Table caption={words::retention_certificates(&language)} {columns} rows={rows.collect::<Vec<_>>()} />
            <Dialog open={shown.is_some()} title={words::retention_certificate(&language)} on_close={close.clone()}
                foot={html! { <Buttons>
                    <Button id="certificate-print" weight={Weight::Main} icon={Icon::Printer} label={words::print(&language)} on_press={Callback::from(|()| print_page())} />
                    <Button label={words::close(&language)} on_press={close} />
                </Buttons> }}
            >
                if let Some(certificate) = &*shown { <Facts certificate={certificate.clone()} /> }
            </Dialog>
        </div>
        </Sheet>
    }
}

#[derive(Properties, PartialEq)]
struct FactsProps {
    certificate: Certificate,
}

#[component]
fn Facts(props: &FactsProps) -> Html {
    let language = use_language();
    let it = &props.certificate;
    let count = |count: usize| number(&language, i64::try_from(count).unwrap_or(i64::MAX));
    let of = RecordType { kind: it.kind, module: it.module };
    html! {
        <div class="stack" id="certificate">
            <dl class="facts">
                <dt>{ words::retention_propose_code(&language) }</dt><dd><bdi class="code">{ &it.code }</bdi>{ " · " }{ type_word(&language, of) }</dd>
                <dt>{ words::retention_certificate_when(&language) }</dt><dd>{ moment(&language, it.at) }</dd>
                <dt>{ words::retention_hold_why(&language) }</dt>
                <dd>{ it.why.map_or_else(|| words::retention_certificate_again(&language), |because| why(&language, because)) }</dd>
                if !it.asked_by.is_empty() { <dt>{ words::retention_certificate_asked(&language) }</dt><dd><bdi>{ &it.asked_by }</bdi></dd> }
                if !it.approved_by.is_empty() {
                    <dt>{ words::retention_certificate_agreed(&language) }</dt>
                    <dd>
                        <bdi>{ it.approved_by.join(" · ") }</bdi>
                        if it.with_words { { " · " }{ words::retention_by_words(&language) } }
                    </dd>
                }
                <dt>{ words::retention_certificate_changes(&language) }</dt><dd class="number">{ count(it.changes) }</dd>
                <dt>{ words::retention_certificate_files(&language) }</dt><dd class="number">{ count(it.files) }</dd>
                if let Some(last) = it.last_backup { <dt>{ words::retention_certificate_backup(&language) }</dt><dd>{ moment(&language, last) }</dd> }
                if let Some(gone) = it.gone_from_backups { <dt>{ words::retention_certificate_gone(&language) }</dt><dd>{ moment(&language, gone) }</dd> }
            </dl>
            <h3 class="small-title">{ words::retention_certificate_left(&language) }</h3>
            if it.left_in.is_empty() {
                <p>{ words::retention_certificate_left_none(&language) }</p>
            } else {
                <ul>
                    { for it.left_in.iter().map(|left| html! {
                        <li key={left.bundle.to_string()}><bdi>{ &left.office }</bdi>{ " · " }{ number(&language, i64::try_from(left.number).unwrap_or(i64::MAX)) }{ " · " }{ moment(&language, left.at) }</li>
                    }) }
                </ul>
            }
            <p class="muted small">{ words::retention_certificate_elsewhere(&language) }</p>
        </div>
    }
}
