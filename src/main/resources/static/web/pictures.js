// A picture that could not be sent is said beside the draft; what is typed stays where it is.
(function () {
    'use strict';

    function told(event) {
        var trouble = document.getElementById('pictures-trouble');
        if (trouble && event.target.id === 'pictures-files') {
            trouble.hidden = false;
            event.target.value = '';
        }
    }

    document.addEventListener('htmx:responseError', told);
    document.addEventListener('htmx:sendError', told);
}());
