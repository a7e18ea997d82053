package ru.otklik.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The description of the API, made when somebody first asks for it. */
@Configuration(proxyBeanMethods = false)
class Docs {

    private static final String TOKEN = "token";

    @Bean
    @Lazy
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Отклик: API")
                        .version("v1")
                        .description("Токен выдаёт администратор: ./otklik token create --user ЛОГИН. "
                                + "Отказы — application/problem+json (RFC 9457) с кодом в поле code: 401 и 403 — доступ, "
                                + "404 — нет или не ваше, 409 — инцидент уже изменён, 422 — не по правилам."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
