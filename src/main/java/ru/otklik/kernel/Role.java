package ru.otklik.kernel;

/** Who a person is in this work; one person may be several. */
public enum Role {
    OPERATOR("оператор ЦУР", false),
    APPROVER("согласующий ЦУР", false),
    EXECUTOR("исполнитель", true),
    DEPUTY_HEAD("заместитель руководителя органа власти", true),
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

    /** Held by people of an authority; the others belong to the centre or the Government. */
    public boolean isOfAuthority() {
        return ofAuthority;
    }
}
