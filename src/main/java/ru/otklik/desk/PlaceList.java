package ru.otklik.desk;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The places to choose from: fetched when somebody begins to choose, and kept by the browser for a while. */
@Controller
class PlaceList {

    private final String options;

    PlaceList(Places places) {
        var html = new StringBuilder();
        places.titles()
                .forEach(t -> html.append("<option value=\"")
                        .append(HtmlUtils.htmlEscape(t, "UTF-8"))
                        .append("\">\n"));
        options = html.toString();
    }

    @GetMapping("/places")
    ResponseEntity<String> options() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(options);
    }
}
