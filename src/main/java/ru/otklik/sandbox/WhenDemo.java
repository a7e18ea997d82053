package ru.otklik.sandbox;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import ru.otklik.directory.Demo;

/** The sandbox exists while the demo is on. */
public class WhenDemo implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Demo.isOn(context.getEnvironment());
    }
}
