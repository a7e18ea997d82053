package ru.otklik.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import ru.otklik.access.Me;
import ru.otklik.casework.Actor;
import ru.otklik.casework.Command;
import ru.otklik.casework.Incidents;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.People;
import ru.otklik.directory.Person;
import ru.otklik.kernel.Role;

/** The people of the demo at their desks: each signs in, sends and reads pages. */
public class DeskStage {

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected Incidents incidents;

    @Autowired
    protected Authorities authorities;

    @Autowired
    protected People people;

    @Autowired
    protected JdbcClient jdbc;

    protected void done(long id, Command command, Actor by) {
        incidents.handle(id, null, command, by).get();
    }

    protected String version(long id) {
        return "" + incidents.find(id).orElseThrow().head().version();
    }

    protected Me executor(int authority) {
        return me(people.list(authority).stream()
                .filter(p -> p.has(Role.EXECUTOR))
                .findFirst()
                .orElseThrow());
    }

    protected Me centre(Role role) {
        return me(people.list().stream().filter(p -> p.has(role)).findFirst().orElseThrow());
    }

    private static Me me(Person p) {
        return new Me(p.id(), p.name(), p.login(), p.roles(), p.authorityId());
    }

    protected String page(AbstractMockHttpServletRequestBuilder<?> request, Me me) throws Exception {
        var response = send(request, me);
        assertThat(response.getStatus()).isEqualTo(200);
        return body(response);
    }

    protected static String body(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    protected MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request, Me me) throws Exception {
        var rights = me.roles().stream()
                .map(r -> new SimpleGrantedAuthority("ROLE_" + r.name()))
                .toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(me, null, rights);
        return mvc.perform(request.with(authentication(signedIn)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
