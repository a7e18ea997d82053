package ru.otklik.access;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind each door, something that says who came in. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
class Probe {

    @GetMapping({"/api/v1/probe", "/probe", "/admin/probe", "/sandbox/probe"})
    String who(@AuthenticationPrincipal Me me, java.security.Principal principal) {
        return me == null ? "nobody" : principal.getName() + " " + me.roles() + " " + me.authorityId();
    }

    @PostMapping({"/api/v1/probe", "/probe", "/admin/probe", "/sandbox/probe"})
    String changed() {
        return "changed";
    }
}
