package ru.otklik.api.docs;

import static java.util.Map.entry;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The description of the API, made when somebody first asks for it. */
@Configuration(proxyBeanMethods = false)
class Docs {

    private static final String TOKEN = "token";

    /** The same word means the same in every body. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("version", "версия инцидента: в запросе — та, которую видел вызывающий; можно не указывать"),
            entry("lead", "основной исполнитель: код органа власти; в запросе можно и номер"),
            entry("authority", "орган власти: код; в запросе можно и номер"),
            entry("coExecutors", "соисполнители (пункт 18): коды органов власти"),
            entry("topic", "код темы из рубрикатора"),
            entry("place", "код территории или населённого пункта"),
            entry("importance", "категория важности"),
            entry("assessment", "подтверждённая оценка (пункт 9.1); нужна, если она ещё не подтверждена"),
            entry("reason", "обоснование; пустое правило не примет (422)"),
            entry("remarks", "замечания; пустые правило не примет (422)"),
            entry("remark", "замечания; пустые правило не примет (422)"),
            entry("note", "примечание; не обязательно"),
            entry("question", "что именно нужно от соисполнителя"),
            entry("nothing", "соисполнителю нечего добавить; тогда text не нужен"),
            entry("draft", "номер версии проекта ответа"),
            entry("accurate", "направляющий подтверждает достоверность и полноту (пункт 21)"),
            entry("kind", "вид: FINAL — окончательный, INTERIM — промежуточный; DUTY — обязанность, RIGHT — право"),
            entry("ground", "основание исключения (пункт 22)"),
            entry("of", "номер прежнего инцидента"),
            entry("test", "проверочное сообщение: не входит в статистику"),
            entry("network", "социальная сеть: латинские строчные буквы, цифры, дефис"),
            entry("thread", "обсуждение в сети; вместе с network и externalId узнаётся сообщение"),
            entry("externalId", "идентификатор сообщения в сети"),
            entry("parent", "идентификатор сообщения, на которое это отвечает"),
            entry("postedAt", "когда написано, со смещением часового пояса: 2026-11-20T16:30:00+03:00"),
            entry("attachments", "ссылки на вложения, до 20"),
            entry("pictures", "картинки версии: их SHA-256; прикладывают картинки на странице инцидента"),
            entry("revised", "сообщение было известно с другим текстом: прежний сохранён"),
            entry("due", "ближайший срок"),
            entry("explanation", "как получился срок, строка за строкой"),
            entry("met", "true — исполнено, false — отменено, нет значения — срок идёт"),
            entry("next", "передайте как cursor, чтобы получить следующую страницу; на последней его нет"),
            entry("code", "постоянный код отказа для программ"),
            entry("detail", "что случилось и что делать, для человека"));

    @Bean
    @Lazy
    OpenApiCustomizer words() {
        return api -> api.getComponents().getSchemas().values().forEach(Docs::describe);
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Schema<?> schema) {
        Map<String, Schema> fields = schema.getProperties();
        if (fields != null) {
            fields.forEach((name, field) -> {
                if (field.getDescription() == null && field.get$ref() == null) {
                    field.setDescription(WORDS.get(name));
                }
            });
        }
    }

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
