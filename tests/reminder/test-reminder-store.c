/* How the reminder's state is kept: what comes back, and what damage does. */
#include "config.h"

#include "reminder-fixture.h"

#define BOOT "4f0a"

static CoachReminderConfig config;

static CoachReminderNow
get_now (gint64 at_us)
{
  static GDateTime *start;
  CoachReminderNow now = { at_us, 0, NULL };

  if (start == NULL)
    start = g_date_time_new_utc (2024, 2, 29, 9, 0, 0);
  now.local = g_date_time_add (start, at_us);
  return now;
}

static CoachReminderState
feed (CoachReminderState     state,
      CoachReminderEventKind kind,
      gint64                 at_us)
{
  CoachReminderEvent event = { .kind = kind, .length_us = 2 * HOUR };
  CoachReminderNow now = get_now (at_us);
  CoachReminderOrders orders;
  CoachReminderState after = coach_reminder_state_after (&state, &config, &event, &now, &orders);

  g_date_time_unref (now.local);
  return after;
}

/* Sat for half an hour, put it off once, and asked for quiet. */
static CoachReminderState
make_state (void)
{
  CoachReminderNow now = get_now (0);
  CoachReminderState state = coach_reminder_state_begin (&now);

  g_date_time_unref (now.local);
  state = feed (state, COACH_REMINDER_EVENT_TICK, 30 * MINUTE);
  state = feed (state, COACH_REMINDER_EVENT_PAUSE, 30 * MINUTE);
  state = feed (state, COACH_REMINDER_EVENT_LATER, 31 * MINUTE);
  return feed (state, COACH_REMINDER_EVENT_QUIET, 32 * MINUTE);
}

static char *
write_state (gboolean is_leaving)
{
  CoachReminderState state = make_state ();
  CoachReminderNow now = get_now (32 * MINUTE);
  char *text = coach_reminder_store_to_text (&state, &now, BOOT, is_leaving);

  g_date_time_unref (now.local);
  return text;
}

static void
test_round_trip (void)
{
  g_autofree char *text = write_state (FALSE);
  CoachReminderState state = make_state ();
  CoachReminderNow now = get_now (32 * MINUTE);
  CoachReminderState read;
  CoachReminderOrders orders;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  g_test_summary ("A state comes back as it was, and is written the same again");
  g_assert_true (coach_reminder_store_from_text (text, &config, &now, BOOT, &read, &orders,
                                                 &error));
  g_assert_no_error (error);
  g_assert_cmpint (coach_reminder_state_get_spell_us (&read, &config, &now), ==, 32 * MINUTE);
  g_assert_cmpuint (read.laters, ==, 1);
  g_assert_cmpint (read.quiet_until_us, ==, state.quiet_until_us);
  again = coach_reminder_store_to_text (&read, &now, BOOT, FALSE);
  g_assert_cmpstr (again, ==, text);
  g_date_time_unref (now.local);
}

static void
test_gaps (void)
{
  static const struct
  {
    const char *boot;
    gboolean    is_leaving;
    gint64      now_us; /* by the wall; a new run of the machine began a minute ago */
    gint64      spell_us;
  } cases[] = {
    { BOOT, FALSE, 33 * MINUTE, 33 * MINUTE },     /* a crash */
    { BOOT, FALSE, 92 * MINUTE, 92 * MINUTE },     /* noticed late: they sat on */
    { BOOT, TRUE, 32 * MINUTE + 30 * SECOND, 31 * MINUTE }, /* logged out for a moment */
    { BOOT, TRUE, 40 * MINUTE, 0 },
    { "9c21", FALSE, 40 * MINUTE, 0 },             /* started anew */
    { "9c21", TRUE, 32 * MINUTE + 30 * SECOND, 31 * MINUTE },
    { "9c21", FALSE, 10 * MINUTE, 32 * MINUTE },   /* the wall clock was set back meanwhile */
  };

  g_test_summary ("Time that nobody watched is absence after a log-out or a start of the machine");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_state (cases[i].is_leaving);
      gboolean reboots = !g_str_equal (cases[i].boot, BOOT);
      CoachReminderNow now = get_now (cases[i].now_us);
      CoachReminderEvent returns = { .kind = COACH_REMINDER_EVENT_PRESENCE,
                                     .presence = COACH_PRESENCE_ACTIVE };
      CoachReminderState read, after;
      CoachReminderOrders orders;

      if (reboots)
        now.monotonic_us = 1 * MINUTE;
      g_assert_true (coach_reminder_store_from_text (text, &config, &now, cases[i].boot, &read,
                                                     &orders, NULL));
      after = coach_reminder_state_after (&read, &config, &returns, &now, &orders);
      g_assert_cmpint (coach_reminder_state_get_spell_us (&after, &config, &now), ==,
                       cases[i].spell_us);
      if (cases[i].spell_us == 0)
        g_assert_cmpint (orders.break_length_us, ==, 8 * MINUTE);
      g_date_time_unref (now.local);
    }
}

static void
test_damage (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    int         code;
  } cases[] = {
    { "[reminder]", "reminder", COACH_REMINDER_ERROR_DAMAGED },
    { "version=1", "version=2", COACH_REMINDER_ERROR_NEWER },
    { "version=1", "version=0", COACH_REMINDER_ERROR_DAMAGED },
    { "version=1", "", COACH_REMINDER_ERROR_DAMAGED },
    { "posture=0", "posture=5", COACH_REMINDER_ERROR_DAMAGED },
    { "posture=0", "posture=-1", COACH_REMINDER_ERROR_DAMAGED },
    { "posture=0", "posture=x", COACH_REMINDER_ERROR_DAMAGED },
    { "spell_us=0", "spell_us=-1", COACH_REMINDER_ERROR_DAMAGED },
    { "spell_us=0", "spell_us=99999999999999999", COACH_REMINDER_ERROR_DAMAGED },
    { "spell_began_us=0", "spell_began_us=-9223372036854775808", COACH_REMINDER_ERROR_DAMAGED },
    { "spell_began_us=0", "spell_began_us=1920000001", COACH_REMINDER_ERROR_DAMAGED },
    { "is_away=0", "is_away=2", COACH_REMINDER_ERROR_DAMAGED },
    { "saved_us=1920000000", "saved_us=9223372036854775807", COACH_REMINDER_ERROR_DAMAGED },
    { "saved_wall_us=", "saved_wall_us=x", COACH_REMINDER_ERROR_DAMAGED },
    { "laters=1", "laters=4000000000", COACH_REMINDER_ERROR_DAMAGED },
    { "shown_us=", "other=", COACH_REMINDER_ERROR_DAMAGED },
  };
  g_autofree char *text = write_state (FALSE);

  g_test_summary ("A damaged state, or one of a newer version, is refused, and it begins anew");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) parts = g_strsplit (text, cases[i].from, 2);
      g_autofree char *damaged = g_strjoinv (cases[i].to, parts);
      CoachReminderNow now = get_now (40 * MINUTE);
      CoachReminderState read;
      CoachReminderOrders orders;
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (damaged, !=, text);
      g_assert_false (coach_reminder_store_from_text (damaged, &config, &now, BOOT, &read, &orders,
                                                      &error));
      g_assert_error (error, COACH_REMINDER_ERROR, cases[i].code);
      g_assert_cmpint (coach_reminder_state_get_spell_us (&read, &config, &now), ==, 0);
      g_date_time_unref (now.local);
    }
}

static void
test_garbage (void)
{
  g_autofree char *text = write_state (FALSE);
  gsize length = strlen (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  CoachReminderNow now = get_now (40 * MINUTE);

  g_test_summary ("Whatever bytes are wrong, nothing that makes no sense comes back");
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      CoachReminderState read;
      CoachReminderOrders orders;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        damaged[g_rand_int_range (rand, 0, (gint32) length)]
            = (char) g_rand_int_range (rand, 1, 127);
      coach_reminder_store_from_text (damaged, &config, &now, BOOT, &read, &orders, NULL);
      g_assert_cmpint (coach_reminder_state_get_spell_us (&read, &config, &now), >=, 0);
      g_assert_cmpint (read.at_us, <=, now.monotonic_us);
    }
  g_date_time_unref (now.local);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  coach_reminder_config_init (&config, &reminder_fixture_numbers);

  g_test_add_func ("/reminder-store/round-trip", test_round_trip);
  g_test_add_func ("/reminder-store/gaps", test_gaps);
  g_test_add_func ("/reminder-store/damage", test_damage);
  g_test_add_func ("/reminder-store/garbage", test_garbage);

  return g_test_run ();
}
