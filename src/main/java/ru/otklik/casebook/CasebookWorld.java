package ru.otklik.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.otklik.calendar.WorkingTimes;
import ru.otklik.casework.Head;
import ru.otklik.casework.Posting;
import ru.otklik.casework.World;
import ru.otklik.directory.Authorities;
import ru.otklik.directory.Authority;
import ru.otklik.regulation.Regulation;
import ru.otklik.regulation.Regulations;
import ru.otklik.worktime.WorkingTime;

@Component
class CasebookWorld implements World {

    private final Authorities authorities;
    private final Regulations regulations;
    private final WorkingTimes times;
    private final IncidentRows incidents;
    private final TextRows texts;
    private final ObjectProvider<Posting> posting;

    CasebookWorld(
            Authorities authorities,
            Regulations regulations,
            WorkingTimes times,
            IncidentRows incidents,
            TextRows texts,
            ObjectProvider<Posting> posting) {
        this.authorities = authorities;
        this.regulations = regulations;
        this.times = times;
        this.incidents = incidents;
        this.texts = texts;
        this.posting = posting;
    }

    @Override
    public Optional<String> obstacle(int authority) {
        return authorities.missingFor(authority);
    }

    @Override
    public String title(int authority) {
        return authorities.get(authority).shortTitle();
    }

    @Override
    public WorkingTime workingTime(@Nullable Integer authority) {
        return times.of(authority == null ? null : authorities.get(authority).workingHours());
    }

    @Override
    public Regulation regulation(String key) {
        return regulations.get(key);
    }

    @Override
    public Regulation regulationOf(@Nullable Integer authority, Instant at) {
        Optional<String> own =
                Optional.ofNullable(authority).map(authorities::get).map(Authority::regulation);
        return regulations.inForce(own, at.atZone(times.current().zone()).toLocalDate());
    }

    @Override
    public Optional<String> barrier(String network, int authority, int person) {
        Posting p = posting.getIfAvailable();
        return p == null
                ? Optional.of("Размещение в сетях здесь не подключено.")
                : p.barrier(network, authority, person);
    }

    @Override
    public Optional<String> unfit(Head incident, int authority, Draft draft) {
        Posting p = posting.getIfAvailable();
        return p == null ? Optional.empty() : p.unfit(incident, authority, draft);
    }

    @Override
    public List<HandAnswer> handAnswers(long incident) {
        return texts.handAnswers(incident);
    }

    @Override
    public Optional<Draft> draft(long incident, int version) {
        return texts.findDraft(incident, version);
    }

    @Override
    public int contributions(long incident, int authority) {
        return texts.contributions(incident, authority);
    }

    @Override
    public boolean exists(long incident) {
        return incidents.exists(incident);
    }

    @Override
    public Optional<Long> event(long incident) {
        return incidents.event(incident);
    }

    @Override
    public boolean isEvent(long event) {
        return incidents.isEvent(event);
    }
}
