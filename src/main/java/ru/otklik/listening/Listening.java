package ru.otklik.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ru.otklik.background.Node;
import ru.otklik.listening.LaneRows.Claim;
import ru.otklik.networks.Access;
import ru.otklik.networks.Heard;
import ru.otklik.networks.Lane;
import ru.otklik.networks.Network;
import ru.otklik.networks.NetworkFault;
import ru.otklik.networks.Networks;
import ru.otklik.networks.Voices;
import ru.otklik.worktime.OutsideCalendar;

/**
 * Hears the lanes by turns: who has waited longest is next, and takes no more than its portion. A lane that fails waits
 * longer each time and does not silence the others.
 */
@Service
class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final Networks networks;
    private final Voices voices;
    private final LaneRows lanes;
    private final SourceRows sources;
    private final Taking taking;
    private final Clock clock;

    Listening(Networks networks, Voices voices, LaneRows lanes, SourceRows sources, Taking taking, Clock clock) {
        this.networks = networks;
        this.voices = voices;
        this.lanes = lanes;
        this.sources = sources;
        this.taking = taking;
        this.clock = clock;
    }

    /** False: no lane is due. */
    boolean turn(Node node) {
        Optional<Claim> claim = lanes.claim(node.id(), clock.instant());
        claim.ifPresent(this::hear);
        return claim.isPresent();
    }

    private void hear(Claim claim) {
        List<Source> watched = sources.ofLane(claim.id());
        try {
            Network network = networks.find(claim.network())
                    .orElseThrow(() -> new NetworkFault(NetworkFault.Kind.REFUSED, "Эта сеть не подключена."));
            long asked = taking.calls();
            Heard heard = network.listen(lane(claim, watched));
            account(watched).ifPresent(voices::works);
            taking.heard(claim, heard, asked, () -> moved(claim, watched, heard));
        } catch (NetworkFault fault) {
            account(watched).ifPresent(account -> voices.failed(account, fault));
            failed(claim, watched, fault);
        } catch (OutsideCalendar e) {
            // nobody's fault but the calendar's: every post waits in its network until the year is loaded
            failed(claim, watched, trouble(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.error(
                    "Lane {} {} was not heard; the next try goes on from the same place",
                    claim.network(),
                    claim.key(),
                    e);
            failed(claim, watched, trouble("Услышанное не удалось сохранить. Подробности в журнале программы."));
        }
    }

    private static NetworkFault trouble(String sentence) {
        return new NetworkFault(NetworkFault.Kind.TROUBLE, sentence);
    }

    private boolean moved(Claim claim, List<Source> watched, Heard heard) {
        Instant now = clock.instant();
        Instant next = heard.more() ? now : now.plus(every(watched));
        return lanes.move(claim, heard.cursor(), heard.posts().size(), next, now);
    }

    private void failed(Claim claim, List<Source> watched, NetworkFault fault) {
        Instant now = clock.instant();
        lanes.failed(claim, fault.kind(), fault.sentence(), now.plus(pause(claim, watched, fault)), now);
    }

    private static Duration pause(Claim claim, List<Source> watched, NetworkFault fault) {
        if (fault.kind() == NetworkFault.Kind.LIMIT) {
            return fault.pause().orElse(LIMIT);
        }
        Duration longest = fault.kind().passes() ? LONGEST_TROUBLE : LONGEST;
        Duration doubled = every(watched).multipliedBy(1L << Math.min(claim.failures(), 10));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private Lane lane(Claim claim, List<Source> watched) {
        return new Lane(
                watched.stream().map(Source::place).toList(),
                claim.cursor(),
                account(watched).map(voices::access).orElse(Access.NONE),
                watched.stream()
                        .map(Source::since)
                        .min(Comparator.naturalOrder())
                        .orElse(clock.instant()),
                watched.stream().mapToInt(Source::most).max().orElse(Sources.MOST));
    }

    private static Optional<Integer> account(List<Source> watched) {
        return watched.stream()
                .flatMap(s -> Optional.ofNullable(s.account()).stream())
                .findFirst();
    }

    private static Duration every(List<Source> watched) {
        return watched.stream()
                .map(Source::every)
                .min(Comparator.naturalOrder())
                .orElse(Sources.EVERY);
    }
}
