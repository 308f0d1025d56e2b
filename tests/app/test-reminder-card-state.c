/* What Today says of sitting, for all that the reminder can tell. */
#include <glib.h>

#include "coach-reminder-card-state.h"
#include "coach-reminders-state.h"

#define NOW    "2024-03-05T12:40:00+01:00"
#define AT_TWO 1709643600 /* 14:00 of that day */
#define AT_ONE 1709683200 /* 01:00 of the next */

/* What is offered, in short. */
typedef enum
{
  SWITCH = 1 << 0,
  STAND  = 1 << 1,
  SIT    = 1 << 2,
  PAUSE  = 1 << 3,
  RESUME = 1 << 4,
  FEET   = 1 << 5,
  CHAIR  = 1 << 6,
  END    = 1 << 7,
} Offered;

typedef struct
{
  const char *state;
  guint       sat_min;
  guint       stood_min;
  const char *holds;
  gint64      quiet_until;
  const char *headline;
  const char *detail;
  guint       offered;
} Case;

static const Case cases[] = {
  { "sitting", 0, 0, "", 0, "Just sat down", "A break is due in 30 minutes.",
    STAND | PAUSE | FEET | CHAIR },
  { "sitting", 25, 0, "", 0, "25 minutes of sitting", "A break is due in 5 minutes.",
    STAND | PAUSE | FEET | CHAIR },
  { "sitting", 29, 0, "", 0, "29 minutes of sitting", "A break is due in 1 minute.",
    STAND | PAUSE | FEET | CHAIR },
  { "sitting", 1, 0, "", 0, "1 minute of sitting", "A break is due in 29 minutes.",
    STAND | PAUSE | FEET | CHAIR },
  { "sitting", 44, 0, "", 0, "44 minutes of sitting", "A break is due.",
    STAND | PAUSE | FEET | CHAIR },
  { "sitting", 25, 0, "inhibitor", 0, "25 minutes of sitting",
    "Held back: a call or a film keeps the screen on.", STAND | PAUSE | FEET | CHAIR },
  { "sitting", 25, 0, "full-screen,camera", 0, "25 minutes of sitting",
    "Held back: the camera is in use.", STAND | PAUSE | FEET | CHAIR },
  { "sitting", 25, 0, "from-the-future", 0, "25 minutes of sitting", "Held back for now.",
    STAND | PAUSE | FEET | CHAIR },
  { "sitting", 25, 0, "hours,no-server", 0, "25 minutes of sitting",
    "Outside your hours for reminders.", STAND | PAUSE | FEET | CHAIR },
  { "sitting", 25, 0, "quiet,hours", AT_TWO, "25 minutes of sitting", "Paused until 14:00.",
    STAND | RESUME | FEET | CHAIR },
  { "sitting", 25, 0, "quiet", AT_ONE, "25 minutes of sitting", "Paused until 01:00 tomorrow.",
    STAND | RESUME | FEET | CHAIR },
  { "sitting", 25, 0, "today", AT_ONE, "25 minutes of sitting",
    "Paused for the rest of the day.", STAND | RESUME | FEET | CHAIR },
  { "unknown", 25, 0, "", 0, "25 minutes since the last break",
    "A break is due in 5 minutes. Breaks cannot be noticed here, so time alone counts.",
    STAND | PAUSE | FEET | CHAIR },
  { "away", 25, 0, "", 0, "Away for a moment", "Before that, 25 minutes of sitting.",
    STAND | PAUSE | FEET | CHAIR },
  { "break", 0, 0, "", 0, "On a break", "When you are back, counting begins anew.", PAUSE },
  { "standing", 0, 12, "", 0, "On your feet for 12 minutes", "A change is due in 18 minutes.",
    SIT | PAUSE },
  { "standing", 0, 0, "", 0, "On your feet", "A change is due in 30 minutes.", SIT | PAUSE },
  { "standing", 0, 31, "", 0, "On your feet for 31 minutes",
    "A change is due: sit down, or walk a few steps.", SIT | PAUSE },
  { "stand", 30, 0, "", 0, "Standing for a minute", "Walk a few steps, or just stand.", END },
  { "chair", 30, 0, "", 0, "Moving in the chair", "It takes two minutes.", END },
  { "session", 0, 0, "", 0, "A session is running", "It counts as a break.", 0 },
  { "from-the-future", 5, 0, "", 0, "No answer from the reminder yet", "", 0 },
};

static guint
collect_offered (const CoachReminderCardState *state)
{
  return (state->can_switch_on ? SWITCH : 0) | (state->can_stand ? STAND : 0)
         | (state->can_sit ? SIT : 0) | (state->can_pause ? PAUSE : 0)
         | (state->can_resume ? RESUME : 0) | (state->offers_stand ? FEET : 0)
         | (state->offers_chair ? CHAIR : 0) | (state->can_end_break ? END : 0);
}

static CoachReminderFacts
make_told (const Case *item,
           char      **holds)
{
  return (CoachReminderFacts) {
    .is_known = TRUE,
    .is_running = TRUE,
    .state = item->state,
    .holds = (const char * const *) holds,
    .quiet_until = item->quiet_until,
    .has_spell = TRUE,
    .sat_s = item->sat_min * 60,
    .limit_s = 30 * 60,
    .stood_s = item->stood_min * 60,
  };
}

static CoachReminderCardState *
show (const CoachReminderFacts *told,
      CoachReminderCardFacts    facts)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (NOW, NULL);

  facts.told = told;
  facts.now = now;
  return coach_reminder_card_state_from (&facts);
}

static void
test_running (void)
{
  g_test_summary ("Each state has its words and buttons, and a hold says why nothing comes");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) holds = g_strsplit (cases[i].holds, ",", 0);
      CoachReminderFacts told = make_told (&cases[i], holds);
      g_autoptr (CoachReminderCardState) state
          = show (&told, (CoachReminderCardFacts) { .is_wanted = TRUE });

      g_test_message ("%s, %u", cases[i].state, i);
      g_assert_cmpstr (state->headline, ==, cases[i].headline);
      g_assert_cmpstr (state->detail, ==, cases[i].detail);
      g_assert_cmphex (collect_offered (state), ==, cases[i].offered);
      g_assert_null (state->breaks);
      g_assert_cmpfloat (state->fraction, <=, 1.0);
    }
}

static void
test_not_running (void)
{
  static const struct
  {
    gboolean    is_wanted, is_known, is_running, is_busy;
    const char *headline;
    guint       offered;
  } nothing[] = {
    { FALSE, FALSE, FALSE, FALSE, "Reminders are off", SWITCH },
    { FALSE, TRUE, FALSE, FALSE, "Reminders are off", SWITCH },
    { FALSE, TRUE, TRUE, FALSE, "Reminders are off", SWITCH },
    { TRUE, FALSE, FALSE, FALSE, "No answer from the reminder yet", 0 },
    { TRUE, TRUE, FALSE, FALSE, "The reminder is not running", SWITCH },
    { TRUE, TRUE, FALSE, TRUE, "Starting the reminder…", 0 },
    { TRUE, TRUE, TRUE, FALSE, "No answer from the reminder yet", 0 },
  };

  g_test_summary ("Without a reminder the card says so, and offers to switch it on");
  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      CoachReminderFacts told = { .is_known = nothing[i].is_known,
                                  .is_running = nothing[i].is_running };
      g_autoptr (CoachReminderCardState) state = show (
          &told, (CoachReminderCardFacts) { .is_wanted = nothing[i].is_wanted,
                                            .is_busy = nothing[i].is_busy, .n_breaks = 2 });

      g_test_message ("%u", i);
      g_assert_cmpstr (state->headline, ==, nothing[i].headline);
      g_assert_cmphex (collect_offered (state), ==, nothing[i].offered);
      g_assert_false (state->has_bar);
      g_assert_cmpstr (state->breaks, ==, "2 breaks today");
    }
}

static void
test_person (void)
{
  static const struct
  {
    CoachReminderManner manner;
    gboolean            is_barred;
    guint               offered;
  } people[] = {
    { COACH_REMINDER_STAND_UP, FALSE, STAND | PAUSE | FEET | CHAIR },
    { COACH_REMINDER_CHANGE_POSITION, FALSE, STAND | PAUSE | CHAIR },
    { COACH_REMINDER_CANNOT_STAND, FALSE, PAUSE | CHAIR },
    { COACH_REMINDER_STAND_UP, TRUE, STAND | PAUSE },
  };
  char *no_holds[] = { NULL };

  g_test_summary ("Who cannot stand is not told to, and with a warning sign no break is led");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      CoachReminderFacts told = make_told (&cases[1], no_holds);
      g_autoptr (CoachReminderCardState) state = show (
          &told, (CoachReminderCardFacts) { .is_wanted = TRUE, .manner = people[i].manner,
                                            .is_barred = people[i].is_barred });

      g_assert_cmphex (collect_offered (state), ==, people[i].offered);
    }
}

static void
test_offer (void)
{
  char *no_holds[] = { NULL };
  CoachReminderFacts told = make_told (&cases[1], no_holds);
  g_autoptr (CoachReminderCardState) shorter
      = show (&told, (CoachReminderCardFacts) { .is_wanted = TRUE, .offered_minutes = 20 });
  g_autoptr (CoachReminderCardState) longer
      = show (&told, (CoachReminderCardFacts) { .is_wanted = TRUE, .offered_minutes = 45 });

  g_test_summary ("Another time is offered with its reason, shorter or longer");
  g_assert_cmpstr (shorter->offer, ==, "While it is sore, shorter sitting may be kinder.");
  g_assert_cmpstr (shorter->offer_label, ==, "Remind after 20 minutes");
  g_assert_cmpstr (longer->offer, ==, "It has been quiet: longer sitting may be fine now.");
  g_assert_cmpstr (longer->offer_label, ==, "Remind after 45 minutes");
}

static void
test_preferences (void)
{
  static const struct
  {
    gboolean    is_wanted, is_at_login, is_busy, is_running;
    gboolean    is_on;
    const char *status;
  } truths[] = {
    { FALSE, FALSE, FALSE, FALSE, FALSE, "Off. Nothing runs in the background." },
    { FALSE, TRUE, FALSE, FALSE, FALSE, "Off, though something still starts it at login." },
    { FALSE, FALSE, TRUE, TRUE, FALSE, "Switching off…" },
    { TRUE, FALSE, TRUE, FALSE, TRUE, "Switching on…" },
    { TRUE, TRUE, FALSE, TRUE, TRUE, "On. It runs, and starts by itself at login." },
    { TRUE, FALSE, FALSE, TRUE, TRUE,
      "On until you log out. It does not start by itself at login." },
    { TRUE, TRUE, FALSE, FALSE, TRUE, "It starts by itself at login, but does not run now." },
    { TRUE, FALSE, FALSE, FALSE, FALSE,
      "Switched on, but it does not run, and does not start by itself at login." },
  };

  g_test_summary ("Preferences tells what is wanted, what runs and what starts at login");
  for (guint i = 0; i < G_N_ELEMENTS (truths); i++)
    {
      CoachAutostartFacts start = { .is_wanted = truths[i].is_wanted,
                                    .is_at_login = truths[i].is_at_login,
                                    .is_busy = truths[i].is_busy,
                                    .problem = "No." };
      CoachReminderFacts told = { .is_known = TRUE, .is_running = truths[i].is_running };
      CoachRemindersState state;

      coach_reminders_state_init (&state, &start, &told);
      g_assert_cmpint (state.is_on, ==, truths[i].is_on);
      g_assert_cmpint (state.can_switch, ==, !truths[i].is_busy);
      g_assert_cmpstr (state.status, ==, truths[i].status);
      g_assert_cmpstr (state.problem, ==, truths[i].is_busy ? NULL : "No.");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/app/reminder-card-state/running", test_running);
  g_test_add_func ("/app/reminder-card-state/not-running", test_not_running);
  g_test_add_func ("/app/reminder-card-state/person", test_person);
  g_test_add_func ("/app/reminder-card-state/offer", test_offer);
  g_test_add_func ("/app/reminder-card-state/preferences", test_preferences);

  return g_test_run ();
}
