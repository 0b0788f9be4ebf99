/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds the first element at a place that can be seen: its text, the middle of it as a mouse finds
 * it, and whether a click there reaches it. Null if there is none, or the page is still loading.
 */
(function (place) {
    let frame = document;
    let left = 0;
    let top = 0;
    const steps = place.split(' >>> ');
    const last = steps.pop();
    for (const step of steps) {
        const found = frame.querySelector(step);
        if (!found || !found.contentDocument) {
            return null;
        }
        const box = found.getBoundingClientRect();
        left += box.left;
        top += box.top;
        frame = found.contentDocument;
    }
    if (frame.readyState !== 'complete') {
        return null;
    }
    for (const element of frame.querySelectorAll(last)) {
        let box = element.getBoundingClientRect();
        if (box.width > 0 && box.height > 0) {
            element.scrollIntoView({block: 'nearest'});
            box = element.getBoundingClientRect();
            const x = box.left + box.width / 2;
            const y = box.top + box.height / 2;
            const hit = frame.elementFromPoint(x, y);
            const text = element.matches('input, textarea')
                ? element.value
                : element.selectedOptions?.[0]?.text ?? element.innerText;
            return {
                text: text,
                x: left + x,
                y: top + y,
                free: hit !== null && (element.contains(hit) || hit.contains(element)),
            };
        }
    }
    return null;
})
