package ru.otklik;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** What a machine can hold of CONVENTIONS.md. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ru.otklik");
    private static final String[] PURE = {
        "ru.otklik.kernel..", "ru.otklik.worktime..", "ru.otklik.regulation..", "ru.otklik.casework.."
    };

    @Test
    void modules_depend_only_on_what_their_contract_names() {
        ApplicationModules.of(Otklik.class).verify();
    }

    @Test
    void the_core_is_pure() {
        String[] allowed = Stream.concat(Stream.of("java..", "org.jspecify.."), Stream.of(PURE))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(allowed)
                .check(CLASSES);
    }

    @Test
    void time_comes_in_and_a_bare_now_fails() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void names_promise_something() {
        var noise = Pattern.compile("^Abstract.*|.*(Impl|Manager|Helper|Util|Utils|Processor|Dto)$");
        assertThat(CLASSES.stream()
                        .map(c -> c.getSimpleName())
                        .filter(n -> noise.matcher(n).matches()))
                .isEmpty();
    }

    @Test
    void at_most_half_of_the_types_of_the_stages_are_public() {
        // kernel, worktime, regulation and casework are the language of the others: their types are read elsewhere
        var stages = CLASSES.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .filter(c -> Stream.of(PURE).noneMatch(p -> c.getPackageName().startsWith(p.replace("..", ""))))
                .filter(c -> !c.getPackageName().startsWith("gg.jte"))
                .toList();
        long open = stages.stream()
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(open * 2).as("public types of %d", stages.size()).isLessThanOrEqualTo(stages.size());
    }

    @Test
    void files_are_small_and_the_tail_is_short() {
        Map<Path, Long> lines = new TreeMap<>();
        for (Path f : sources()) {
            lines.put(f, codeLines(f));
        }
        assertThat(lines.entrySet().stream().filter(e -> e.getValue() > 250)).isEmpty();
        var sorted = lines.values().stream().sorted().toList();
        assertThat(sorted.get((int) (sorted.size() * 0.9)))
                .as("code lines at p90")
                .isLessThanOrEqualTo(110);
    }

    @Test
    void methods_fit_a_screen() {
        // a method's length by the line numbers of its byte code: first to last line that runs
        var long_ = CLASSES.stream()
                .flatMap(c -> c.getCodeUnits().stream())
                .filter(m -> !m.getName().equals("<clinit>") && !m.getName().startsWith("lambda$"))
                .map(m -> {
                    var at = Stream.of(
                                    m.getCallsFromSelf().stream(),
                                    m.getFieldAccesses().stream(),
                                    m.getConstructorReferencesFromSelf().stream())
                            .flatMap(s -> s)
                            .mapToInt(a -> ((com.tngtech.archunit.core.domain.JavaAccess<?>) a).getLineNumber())
                            .filter(l -> l > 0)
                            .summaryStatistics();
                    return Map.entry(m.getFullName(), at.getCount() == 0 ? 0 : at.getMax() - at.getMin());
                })
                .filter(e -> e.getValue() > 40)
                .toList();
        assertThat(long_).isEmpty();
    }

    @Test
    void a_class_needs_at_most_six_others_to_be_made() {
        var greedy = CLASSES.stream()
                .filter(c -> !c.isRecord())
                .filter(c -> c.isMetaAnnotatedWith("org.springframework.stereotype.Component"))
                .flatMap(c -> c.getConstructors().stream())
                .filter(k -> k.getParameters().size() > 6)
                .map(k -> k.getFullName());
        assertThat(greedy).isEmpty();
    }

    @Test
    void a_package_holds_about_a_dozen_files() {
        // casework is one vocabulary: its states, facts, commands and rules are read together;
        // casebook has a class for each table, and the read side must see the same tables
        // networks is the port: a vocabulary of small records
        // desk is the queue and the page of an incident, which share their view and words
        // networks.vk reads three sorts of places and answers in two, over one small client
        // cli has a file for each command
        // detection has a class for each thing that it proposes
        // directory keeps its writes, a class for each thing that is kept, beside the snapshot that they renew
        // detection.learn is one machine from a text to its probabilities, which nothing else may take apart
        // repeats has a class for each of its tables, and records that they share
        Map<String, Integer> raised = Map.of(
                "ru.otklik.cli",
                17,
                "ru.otklik.detection",
                17,
                "ru.otklik.directory",
                14,
                "ru.otklik.detection.learn",
                19,
                "ru.otklik.casework",
                33,
                "ru.otklik.casebook",
                25,
                "ru.otklik.desk",
                19,
                "ru.otklik.networks",
                21,
                "ru.otklik.networks.vk",
                20,
                "ru.otklik.repeats",
                20);
        Map<String, Long> counts = sources().stream()
                .filter(f -> !f.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        f -> SOURCES.relativize(f.getParent()).toString().replace('/', '.'), Collectors.counting()));
        counts.forEach((p, n) -> assertThat(n).as(p).isLessThanOrEqualTo(raised.getOrDefault(p, 13)));
    }

    private static List<Path> sources() {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(f -> f.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long codeLines(Path f) {
        try (Stream<String> lines = Files.lines(f)) {
            return lines.map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("//") && !l.startsWith("*") && !l.startsWith("/*"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
