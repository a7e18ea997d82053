package ru.otklik.web;

import org.springframework.http.HttpStatus;

/** What happened and what to do, for a person. */
public record ErrorWords(int status, String title, String happened, String todo) {

    static ErrorWords of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                new ErrorWords(
                        404,
                        "Страница не найдена",
                        "По этому адресу ничего нет: он набран с ошибкой или страница удалена.",
                        "Проверьте адрес или начните с главной страницы.");
            case FORBIDDEN ->
                new ErrorWords(
                        403,
                        "Нет доступа",
                        "Эта страница или действие не для вашей роли, или страница была открыта слишком давно.",
                        "Обновите страницу и повторите. Если доступ нужен для работы, обратитесь к администратору.");
            case PAYLOAD_TOO_LARGE, CONTENT_TOO_LARGE ->
                new ErrorWords(
                        413,
                        "Файл слишком большой",
                        "Сервер принимает файлы до 50 МБ.",
                        "Вернитесь назад и приложите файл поменьше.");
            default ->
                status.is5xxServerError()
                        ? new ErrorWords(
                                status.value(),
                                "Внутренняя ошибка",
                                "Отклик не смог выполнить запрос. Ваши данные не потеряны, кроме последнего действия.",
                                "Повторите через минуту. Если не помогло, сообщите администратору номер ошибки.")
                        : new ErrorWords(
                                status.value(),
                                "Запрос не принят",
                                "Отклик не понял запрос: в нём не хватает данных или они неверны.",
                                "Вернитесь назад, проверьте введённое и повторите.");
        };
    }
}
