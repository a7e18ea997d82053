// One key confirms what the program proposed; a digit opens a field's candidates, a second one chooses. Can be turned off.
(function () {
    'use strict';

    var STORE = 'otklik.keys';
    var armed = null;
    var picked = null;
    var corrected = false;
    var does = document.createElement('span');

    function isOn() {
        return window.localStorage.getItem(STORE) !== 'off';
    }

    function form() {
        return document.querySelector('form[data-keys]');
    }

    // what the program proposes, to route or to exclude; who has corrected what is routed routes it
    function confirming() {
        return corrected ? form().querySelector('[name="next"]') : document.querySelector('[data-confirm]');
    }

    function group(key) {
        return form().querySelector('[data-key="' + key + '"]');
    }

    function disarm() {
        if (armed) {
            armed.classList.remove('armed');
            armed = null;
        }
    }

    function arm(candidates) {
        disarm();
        armed = candidates;
        armed.classList.add('armed');
        armed.querySelector('[data-pick]').focus();
    }

    function pick(button) {
        var candidates = button.closest('[data-for]');
        var field = document.getElementById(candidates.getAttribute('data-for'));
        field.value = button.getAttribute('data-pick');
        disarm();
        field.focus();
        picked = field;
        field.dispatchEvent(new Event('change', {bubbles: true}));
    }

    // another topic or place is another authority's business
    function renewLead(changed) {
        var id = changed.id;
        var lead = document.getElementById('route-lead-field');
        if (!lead || !window.htmx || (id !== 'route-topic' && id !== 'route-place')) {
            return;
        }
        var incident = form().getAttribute('action').split('/')[2];
        window.htmx.ajax('GET', '/incidents/' + incident + '/lead', {
            target: lead,
            swap: 'outerHTML',
            values: {
                topic: document.getElementById('route-topic').value,
                place: document.getElementById('route-place').value
            }
        });
    }

    function isTyping(target) {
        return target.closest('input, textarea, select, [contenteditable]') !== null;
    }

    function pressed(event) {
        if (!form() || !isOn() || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
            return;
        }
        if (event.key === 'Escape') {
            disarm();
            document.activeElement.blur();
            return;
        }
        var digit = /^[1-9]$/.test(event.key) ? event.key : null;
        // digits mean nothing in a list of choices but a search in it; in a field they are typed, unless a key has just filled it
        var chosen = event.target.tagName === 'SELECT' || event.target === picked;
        if (isTyping(event.target) && !(chosen && (digit || event.key === 'Enter'))) {
            return;
        }
        if (digit && armed) {
            var button = armed.querySelectorAll('[data-pick]')[digit - 1];
            if (button) {
                event.preventDefault();
                pick(button);
            }
        } else if (digit && group(digit)) {
            event.preventDefault();
            arm(group(digit));
        } else if (event.key === 'Enter' && !event.target.closest('a, button, summary')) {
            event.preventDefault();
            if (confirming()) {
                confirming().form.requestSubmit(confirming());
            }
        }
    }

    function tell() {
        does.textContent = confirming() ? ' Enter: ' + confirming().textContent.trim().toLowerCase() + ';' : '';
    }

    function addSwitch() {
        var hint = document.createElement('p');
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'btn btn-sm';
        function show() {
            button.setAttribute('aria-pressed', String(isOn()));
            button.textContent = 'Клавиши: ' + (isOn() ? 'включены' : 'выключены');
        }
        button.addEventListener('click', function () {
            window.localStorage.setItem(STORE, isOn() ? 'off' : 'on');
            show();
        });
        show();
        hint.className = 'text-secondary';
        hint.append(button, does, ' цифра поля, затем цифра варианта: исправить; Esc: отменить.');
        tell();
        (confirming() || form()).closest('form').prepend(hint);
    }

    document.addEventListener('DOMContentLoaded', function () {
        if (!form()) {
            return;
        }
        addSwitch();
        document.addEventListener('keydown', pressed);
        form().addEventListener('click', function (event) {
            var button = event.target.closest('[data-pick]');
            if (button) {
                pick(button);
            }
        });
        form().addEventListener('change', function (event) {
            corrected = true;
            tell();
            renewLead(event.target);
        });
        ['input', 'focusout'].forEach(function (left) {
            form().addEventListener(left, function () { picked = null; });
        });
    });
}());
