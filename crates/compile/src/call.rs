//! The state of a call: when it opens and closes.

use page::CallState;

use super::{context::Context, dates};
use content::{
    fault::{Fault, Faults, finding::PageFinding},
    source::CallSource,
};

pub(super) fn call_state(context: Context<'_>, call: &CallSource, faults: &mut Faults) -> Option<CallState> {
    let opens = call.opens.as_ref().and_then(|opens| dates::beginning(&opens.value));
    let closes = dates::end(&call.deadline.value)?;
    if let (Some(opens), Some(source)) = (opens, &call.opens)
        && opens >= closes
    {
        let place = context.file.place(call.deadline.span.clone());
        faults.add(Fault::new(PageFinding::CallDeadline { opens: source.value.clone() }, place));
    }
    moments(call)
}

/// The moments at which a call's state changes; none where its deadline can't be read.
pub(super) fn moments(call: &CallSource) -> Option<CallState> {
    let opens = call.opens.as_ref().and_then(|opens| dates::beginning(&opens.value));
    let closes = dates::end(&call.deadline.value)?;
    Some(CallState {
        opens: opens.map(|moment| moment.to_string()),
        last_week: dates::a_week_before(closes).to_string(),
        closes: closes.to_string(),
    })
}
