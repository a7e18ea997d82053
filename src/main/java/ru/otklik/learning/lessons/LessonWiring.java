package ru.otklik.learning.lessons;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Duration;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.otklik.background.Loop;
import ru.otklik.casework.World;
import ru.otklik.detection.FirstAssessment;
import ru.otklik.detection.models.Models;

@Configuration(proxyBeanMethods = false)
class LessonWiring {

    private static final Duration LOOK = Duration.ofSeconds(10);

    /**
     * A model that a new edition of the program cannot read is learned anew too.
     *
     * @param at when it is learned anew, in the region's zone
     * @param least so many decisions since the last attempt are worth another
     */
    @ConfigurationProperties("otklik.learning")
    record Settings(
            @DefaultValue("03:00") LocalTime at,
            @DefaultValue("100") int least) {}

    @Bean
    RecurringTask<Void> learnNightly(ObjectProvider<Lessons> lessons, Models models, World world, Settings settings) {
        return Tasks.recurring("learn", new Daily(world.workingTime(null).zone(), settings.at()))
                .execute((instance, context) -> {
                    if (lessons.getObject().freshDecisions() >= settings.least()
                            || Stream.of(Models.Kind.values()).anyMatch(models::isBroken)) {
                        lessons.getObject().start();
                    }
                });
    }

    /** A new install has no decisions yet, but may have messages written for its rubric. */
    @Bean
    @ConditionalOnProperty("otklik.background")
    ApplicationListener<ApplicationReadyEvent> firstLesson(Models models, Lessons lessons) {
        return ready -> {
            lessons.deleteLeft();
            if (!Boolean.getBoolean("otklik.training")
                    && (models.comparisons(Models.Kind.TOPICS).isEmpty() || models.isBroken(Models.Kind.TOPICS))
                    && lessons.hasExamples()) {
                lessons.start();
            }
        };
    }

    /** A model learned by the command line, or by another process of this home, is taken up too. */
    @Bean
    @ConditionalOnProperty("otklik.background")
    Loop takeUpModels(FirstAssessment detection) {
        return new Loop("models", 1, LOOK, () -> {
            detection.refresh();
            return false;
        });
    }
}
