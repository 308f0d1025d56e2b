/* Hours in which reminders may come: how they are read, and when they change. */
#include "config.h"

#include "reminder.h"

static void
test_read (void)
{
  static const struct
  {
    const char *text;
    const char *read; /* written again */
  } cases[] = {
    { "", "" },
    { "  ", "" },
    { "08:00-12:00,13:00-18:00", "08:00-12:00,13:00-18:00" },
    { " 08:00 - 12:00 , 13:00-18:00 ", "08:00-12:00,13:00-18:00" },
    { "22:00-02:00,08:00-12:00", "22:00-02:00,08:00-12:00" },
    { "00:00-24:00", "00:00-24:00" },
    { "08:00-12:00,12:00-18:00", "08:00-12:00,12:00-18:00" },
    { "18:00-24:00,00:00-08:00", "18:00-24:00,00:00-08:00" },
  };

  g_test_summary ("Hours are read with or without spaces, and written as they are read");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      CoachReminderHours hours;

      g_assert_true (coach_reminder_hours_parse (cases[i].text, &hours, &error));
      g_assert_no_error (error);
      text = coach_reminder_hours_to_text (&hours);
      g_assert_cmpstr (text, ==, cases[i].read);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    const char *why;
  } cases[] = {
    { "8-12", "“8-12” must be two times, like 08:00-12:00" },
    { "08:00", "“08:00” must be two times, like 08:00-12:00" },
    { "08:00-12:00-13:00", "“08:00-12:00-13:00” must be two times, like 08:00-12:00" },
    { "08:00-12:60", "“08:00-12:60” must be two times, like 08:00-12:00" },
    { "24:00-08:00", "“24:00-08:00” must be two times, like 08:00-12:00" },
    { "08:00-12:00,", "“” must be two times, like 08:00-12:00" },
    { "08:00–12:00", "“08:00–12:00” must be two times, like 08:00-12:00" },
    { "08:00-08:00", "“08:00-08:00” ends when it begins; a whole day is 00:00-24:00" },
    { "08:00-12:00,11:59-13:00", "“11:59-13:00” overlaps with another range" },
    { "22:00-02:00,01:00-03:00", "“01:00-03:00” overlaps with another range" },
    { "09:00-10:00,08:00-12:00", "“08:00-12:00” overlaps with another range" },
    { "00:00-01:00,01:00-02:00,02:00-03:00,03:00-04:00,04:00-05:00,05:00-06:00,06:00-07:00,"
      "07:00-08:00,08:00-09:00", "there are more than 8 ranges" },
  };

  g_test_summary ("What is no hours is refused, with the range and the reason");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CoachReminderHours hours = { 0 };

      g_assert_false (coach_reminder_hours_parse (cases[i].text, &hours, &error));
      g_assert_error (error, COACH_REMINDER_ERROR, COACH_REMINDER_ERROR_HOURS);
      g_assert_cmpstr (error->message, ==, cases[i].why);
      g_assert_cmpuint (hours.n_ranges, ==, 0);
    }
}

static void
test_change (void)
{
  static const struct
  {
    const char *hours;
    const char *zone;
    const char *time;
    gboolean    contain;
    const char *next;
  } cases[] = {
    { "", "UTC", "2024-02-29T03:00:00", TRUE, NULL },
    { "08:00-12:00,13:00-18:00", "UTC", "2024-02-29T07:59:59", FALSE, "2024-02-29T08:00:00+00" },
    { "08:00-12:00,13:00-18:00", "UTC", "2024-02-29T08:00:00", TRUE, "2024-02-29T12:00:00+00" },
    { "08:00-12:00,13:00-18:00", "UTC", "2024-02-29T12:00:00", FALSE, "2024-02-29T13:00:00+00" },
    { "08:00-12:00,13:00-18:00", "UTC", "2024-02-29T18:00:00", FALSE, "2024-03-01T08:00:00+00" },
    { "22:00-02:00", "UTC", "2024-12-31T23:00:00", TRUE, "2025-01-01T02:00:00+00" },
    { "22:00-02:00", "UTC", "2024-12-31T01:59:00", TRUE, "2024-12-31T02:00:00+00" },
    { "22:00-02:00", "UTC", "2024-12-31T03:00:00", FALSE, "2024-12-31T22:00:00+00" },
    { "08:00-24:00", "UTC", "2024-02-28T23:59:00", TRUE, "2024-02-29T00:00:00+00" },
    /* The nights in which the clocks change are an hour shorter, and an hour longer. */
    { "08:00-12:00", "Europe/Berlin", "2024-03-30T20:00:00", FALSE, "2024-03-31T08:00:00+02" },
    { "08:00-12:00", "Europe/Berlin", "2024-10-26T20:00:00", FALSE, "2024-10-27T08:00:00+01" },
  };

  g_test_summary ("Hours begin and end when the wall clock says so, over midnight and summer time");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (cases[i].time, zone);
      g_autoptr (GDateTime) next = NULL;
      g_autofree char *text = NULL;
      CoachReminderHours hours;

      g_assert_true (coach_reminder_hours_parse (cases[i].hours, &hours, NULL));
      g_assert_true (coach_reminder_hours_contain (&hours, time) == cases[i].contain);
      next = coach_reminder_hours_next_change (&hours, time);
      text = next != NULL ? g_date_time_format (next, "%FT%T%:::z") : NULL;
      g_assert_cmpstr (text, ==, cases[i].next);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reminder-hours/read", test_read);
  g_test_add_func ("/reminder-hours/wrong", test_wrong);
  g_test_add_func ("/reminder-hours/change", test_change);

  return g_test_run ();
}
