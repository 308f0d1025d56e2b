/* What a reminder says. */
#include "config.h"

#include "reminder-fixture.h"

typedef struct
{
  CoachReminderTone   tone;
  CoachReminderManner manner;
  guint               sat_minutes;
  gboolean            is_emergency;
  gboolean            asks_interval;
  gboolean            knows_nothing;
  gboolean            no_actions;
  const char         *title;
  const char         *body;
  const char         *actions;
} Case;

static void
fill (CoachNotice *notice,
      const Case  *wanted)
{
  CoachReminderOrders orders = { .tone = wanted->tone,
                                 .sat_us = wanted->sat_minutes * MINUTE + 5 * SECOND,
                                 .asks_interval = wanted->asks_interval };
  CoachReminderConfig config;

  coach_reminder_config_init (&config, &reminder_fixture_numbers);
  config.manner = wanted->manner;
  config.is_emergency = wanted->is_emergency;
  coach_reminder_words_fill (notice, &orders, &config, !wanted->knows_nothing,
                             !wanted->no_actions);
}

static char *
list_actions (const CoachNotice *notice)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < notice->n_actions; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", notice->actions[i].id);
  return g_string_free (list, FALSE);
}

static void
test_words (void)
{
  static const Case cases[] = {
    { .sat_minutes = 30,
      .title = "Half an hour of sitting", .body = "Fancy standing up for a moment?",
      .actions = "stand chair later" },
    { .sat_minutes = 45, .tone = COACH_REMINDER_REPEAT,
      .title = "45 minutes of sitting", .body = "A minute on your feet is still worth a try.",
      .actions = "stand chair later" },
    { .sat_minutes = 480, .tone = COACH_REMINDER_SUMMARY,
      .title = "That was a good while of sitting", .body = "Fancy standing up for a moment?",
      .actions = "stand chair later" },
    { .sat_minutes = 60, .tone = COACH_REMINDER_STOOD,
      .title = "On your feet for a while",
      .body = "Fancy a change? Sit down, or walk a few steps.", .actions = "sit later" },
    { .sat_minutes = 30, .no_actions = TRUE,
      .title = "Half an hour of sitting",
      .body = "Fancy standing up for a moment? A few steps are enough.", .actions = "" },
    { .sat_minutes = 30, .knows_nothing = TRUE,
      .title = "Time for a small break?", .body = "Fancy standing up for a moment?",
      .actions = "stand chair later" },
    { .sat_minutes = 60, .manner = COACH_REMINDER_CANNOT_STAND,
      .title = "An hour of sitting", .body = "Fancy a few moves for arms and breath?",
      .actions = "chair later" },
    { .sat_minutes = 30, .manner = COACH_REMINDER_CHANGE_POSITION,
      .title = "Half an hour of sitting", .body = "Fancy changing position for a moment?",
      .actions = "chair later" },
    { .sat_minutes = 30, .is_emergency = TRUE, .asks_interval = TRUE,
      .title = "Half an hour of sitting", .body = "Fancy standing up for a moment?",
      .actions = "later" },
    { .sat_minutes = 30, .asks_interval = TRUE,
      .title = "Half an hour of sitting",
      .body = "Fancy standing up? If this comes too often, choose a longer time in Preferences.",
      .actions = "stand chair later" },
  };

  g_test_summary ("Each reminder says what it is to say, and offers what can be done");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (CoachNotice) notice = { 0 };
      g_autofree char *actions = NULL;

      fill (&notice, &cases[i]);
      actions = list_actions (&notice);
      g_assert_cmpstr (notice.title, ==, cases[i].title);
      g_assert_cmpstr (notice.body, ==, cases[i].body);
      g_assert_cmpstr (actions, ==, cases[i].actions);
    }
}

static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    if (strchr (".?!", *text) != NULL)
      n++;
  return n;
}

static void
test_short (void)
{
  g_test_summary ("No reminder has more than two sentences, and no exercise after a warning sign");
  for (guint bits = 0; bits < 4 * 3 * 16; bits++)
    {
      Case wanted = {
        .tone = (CoachReminderTone) (bits % 4),
        .manner = (CoachReminderManner) (bits / 4 % 3),
        .sat_minutes = 37,
        .is_emergency = (bits / 12 & 1) != 0,
        .asks_interval = (bits / 12 & 2) != 0,
        .knows_nothing = (bits / 12 & 4) != 0,
        .no_actions = (bits / 12 & 8) != 0,
      };
      g_auto (CoachNotice) notice = { 0 };
      g_autofree char *actions = NULL;

      fill (&notice, &wanted);
      actions = list_actions (&notice);
      g_assert_cmpuint (count_sentences (notice.body), <=, 2);
      g_assert_cmpuint (g_utf8_strlen (notice.body, -1), <=, 90);
      g_assert_true (!wanted.no_actions || notice.n_actions == 0);
      if (wanted.is_emergency)
        g_assert_true (strstr (actions, "stand") == NULL && strstr (actions, "chair") == NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/reminder-words/words", test_words);
  g_test_add_func ("/reminder-words/short", test_short);

  return g_test_run ();
}
