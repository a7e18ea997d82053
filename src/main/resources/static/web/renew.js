// Renews every [data-renew] part of a page by itself while somebody looks, and says politely what came.
(function () {
    'use strict';

    function parts() {
        return document.querySelectorAll('[data-renew]');
    }

    function isBusy(part) {
        var selection = document.getSelection();
        return selection && !selection.isCollapsed && part.contains(selection.anchorNode);
    }

    function renew() {
        if (document.hidden || !window.htmx) {
            return;
        }
        parts().forEach(function (part) {
            if (!isBusy(part)) {
                window.htmx.trigger(part, 'renew');
            }
        });
    }

    function numbers(part) {
        return Array.from(part.querySelectorAll('[id^="incident-"]'), function (link) { return link.id; });
    }

    var before = [];
    var hadFocus = false;

    document.addEventListener('htmx:beforeSwap', function (event) {
        before = numbers(event.detail.target);
        hadFocus = event.detail.target.contains(document.activeElement);
    });

    document.addEventListener('htmx:afterSettle', function () {
        var part = document.getElementById('list');
        var news = document.getElementById('list-news');
        if (!part || !news) {
            return;
        }
        // the row under the keyboard went away: go on from the head of the list
        if (hadFocus && document.activeElement === document.body) {
            document.getElementById('list-title').focus({preventScroll: true});
        }
        var now = numbers(part);
        var fresh = now.filter(function (id) { return before.indexOf(id) < 0; }).length;
        if (fresh > 0 || now.length !== before.length) {
            news.textContent = (fresh > 0 ? 'Новых в списке: ' + fresh + '. ' : '') + 'Показано: ' + now.length + '.';
        }
    });

    document.addEventListener('visibilitychange', renew);
    document.addEventListener('DOMContentLoaded', function () {
        var part = document.querySelector('[data-renew]');
        if (part) {
            window.setInterval(renew, part.getAttribute('data-renew') * 1000);
        }
    });
}());
