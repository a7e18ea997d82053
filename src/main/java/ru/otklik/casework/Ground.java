package ru.otklik.casework;

/** Why a message is not worked on. The first four are clause 22; a region may not invent more. */
public enum Ground {
    OBSCENE("нецензурные выражения"),
    INSULT("оскорбительные выражения"),
    THREAT("угрозы жизни, здоровью, имуществу"),
    NOT_REQUIRING("не требует реагирования"),
    ADVERTISING("реклама, спам");

    private final String title;

    Ground(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
