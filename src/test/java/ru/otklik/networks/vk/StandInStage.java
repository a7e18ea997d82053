package ru.otklik.networks.vk;

import java.net.URI;
import java.util.Map;
import java.util.function.BiFunction;
import ru.otklik.networks.Access;
import ru.otklik.networks.Address;
import ru.otklik.networks.Place;
import ru.otklik.networks.Trouble;

/** Over the stand-in; where a citizen writes is chosen. */
record StandInStage(StandInVk vk, Access access, Place place, BiFunction<StandInVk, String, StandInVk.Item> writing)
        implements VkStage {

    static final Place WALL = new Place("vk", "wall", "-123", "Край", "https://vk.com/club123");
    static final Place BOARD = new Place("vk", "board", "-123", "Край: обсуждения", "https://vk.com/board123");
    static final Access SERVICE = access(StandInVk.SERVICE);
    static final Access EDITOR = access(StandInVk.EDITOR);

    static Access access(String reading) {
        return new Access("123", Map.of(Access.TOKEN, StandInVk.COMMUNITY, Access.READING, reading));
    }

    static StandInStage comments() {
        var vk = new StandInVk();
        long post = vk.post("Спрашивайте").id;
        return new StandInStage(vk, SERVICE, WALL, (v, text) -> v.comment(post, text));
    }

    static StandInStage replies() {
        var vk = new StandInVk();
        long above = vk.comment(vk.post("Спрашивайте").id, "Вопрос").id;
        return new StandInStage(vk, EDITOR, WALL, (v, text) -> v.reply(above, text));
    }

    static StandInStage posts() {
        return new StandInStage(new StandInVk(), SERVICE, WALL, StandInVk::post);
    }

    static StandInStage board() {
        var vk = new StandInVk();
        long topic = vk.topic("Дороги").id;
        return new StandInStage(vk, EDITOR, BOARD, (v, text) -> v.comment(topic, text));
    }

    @Override
    public URI api() {
        return vk.api();
    }

    @Override
    public Address written(String text) {
        return StandInVk.address(writing.apply(vk, text));
    }

    @Override
    public void changed(Address post, String text) {
        vk.change(Long.parseLong(post.message()), text);
    }

    @Override
    public void deleted(Address post) {
        vk.delete(Long.parseLong(post.message()));
    }

    @Override
    public boolean trouble(Trouble next) {
        vk.trouble(next);
        return true;
    }

    @Override
    public void close() {
        vk.close();
    }
}
