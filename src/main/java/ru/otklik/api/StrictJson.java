package ru.otklik.api;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * How bodies are read: a misspelt field, a text where a number is asked, a number where a name is asked are errors of
 * the caller and must not pass silently. A whole number may stand for a text: networks and authorities have numbers for
 * names. What the program itself wrote earlier is read by another, lenient mapper.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson implements WebMvcConfigurer {

    /** Several times the longest text that any rule allows; in bytes. */
    static final int LONGEST = 4_000_000;

    private final List<JsonMapperBuilderCustomizer> customizers;

    StrictJson(List<JsonMapperBuilderCustomizer> customizers) {
        this.customizers = customizers;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        var limits = StreamReadConstraints.builder().maxDocumentLength(LONGEST).build();
        var mapper = JsonMapper.builder(
                JsonFactory.builder().streamReadConstraints(limits).build());
        customizers.forEach(c -> c.customize(mapper));
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        converters.withJsonConverter(new JacksonJsonHttpMessageConverter(mapper.build()));
    }
}
