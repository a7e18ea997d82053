package ru.otklik.directory;

/** What a person may do. The last word of each is with the module whose work it is. */
public enum Role {
    OPERATOR("оператор ЦУР", false),
    APPROVER("согласующий ЦУР", false),
    /** Исполнитель органа власти (clause 8). */
    EXECUTOR("исполнитель", true),
    /** The deputy head of an authority who answers for the work (clause 8). */
    DEPUTY_HEAD("ответственный заместитель руководителя", true),
    /** Decree, points 2.2 and 5: reads everything, changes nothing. */
    CONTROLLER("контроль", false),
    ADMINISTRATOR("администратор", false);

    private final String title;
    private final boolean ofAuthority;

    Role(String title, boolean ofAuthority) {
        this.title = title;
        this.ofAuthority = ofAuthority;
    }

    public String title() {
        return title;
    }

    /** Belongs to an authority; the others belong to the centre or the Government. */
    public boolean ofAuthority() {
        return ofAuthority;
    }
}
