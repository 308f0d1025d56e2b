/* What keys come to in a session: meant presses, page-turners, knees. */
#include <glib.h>

#include "coach-key-guard.h"

typedef struct
{
  const char   *what;
  CoachKeyPlace place;
  const char   *keys;     /* "100" is when, in ms; "+a" presses a key, "-a" releases it, "?" asks,
                           * "!" closes the question, "%" gives the keyboard to another window */
  const char   *meanings; /* of those presses and releases that mean something */
} Row;

#define SESSION  COACH_KEY_PLACE_SESSION
#define QUESTION COACH_KEY_PLACE_QUESTION
#define DIALOG   COACH_KEY_PLACE_DIALOG

/* Of one letter each; any other letter is a key without a meaning of its own. */
static const struct
{
  char         letter;
  CoachKeyKind kind;
} kinds[] = {
  { 'M', COACH_KEY_MODIFIER }, { 'N', COACH_KEY_MODIFIER }, { 'F', COACH_KEY_DESKTOP },
  { 'T', COACH_KEY_TAB },      { 'A', COACH_KEY_ARROW },    { 'E', COACH_KEY_ENTER },
  { 'H', COACH_KEY_HURTS },    { 'S', COACH_KEY_SKIP },     { 'B', COACH_KEY_BACK },
  { 'X', COACH_KEY_STOP },
};

static const char *const names[] = {
  NULL, "pass", "pause", "toggle", "repeat", "press", "hurts", "skip", "back", "stop", "stay",
};

static const Row rows[] = {
  /* One key */
  { "a key pauses at once", SESSION, "0 +a", "toggle" },
  { "its release adds nothing", SESSION, "0 +a 80 -a", "toggle" },
  { "a key that is held is one press", SESSION, "0 +a 500 +a 530 +a 560 +a 590 -a", "toggle" },
  { "however long", SESSION, "0 +a 2000 +a 4000 +a 6000 +a 9000 -a", "toggle" },
  { "the next press goes on", SESSION, "0 +a 80 -a 2000 +a 2080 -a", "toggle toggle" },
  { "another key does too", SESSION, "0 +a 80 -a 2000 +b 2080 -b", "toggle toggle" },
  { "page-turners and presenters send arrows", SESSION, "0 +A 80 -A", "toggle" },
  { "a modifier means nothing by itself", SESSION, "0 +M 80 -M", "pass" },
  { "nor does it disturb", SESSION, "0 +M 10 +N 50 +a 80 -a 90 -N 99 -M", "pass pass toggle" },
  { "keys of the desktop go their way", SESSION, "0 +F 80 -F", "pass" },
  { "a switch that closes twice is pressed once", SESSION, "0 +a 50 -a 70 +a 99 -a", "toggle" },
  /* Two */
  { "two quick presses repeat the move", SESSION, "0 +a 80 -a 200 +a 280 -a", "toggle repeat" },
  { "of two keys as well", SESSION, "0 +a 80 -a 200 +b 280 -b", "toggle repeat" },
  { "of a page-turner too", SESSION, "0 +A 80 -A 399 +A 450 -A", "toggle repeat" },
  { "slower ones pause and go on", SESSION, "0 +a 80 -a 400 +a 450 -a", "toggle toggle" },
  { "the second must end", SESSION, "0 +a 80 -a 200 +a 600 +a 2000 +a", "toggle" },
  { "and not be a knee that rests", SESSION, "0 +a 80 -a 200 +a 1000 +a 1701 -a", "toggle" },
  { "a third is no sign but a pause", SESSION, "0 +a 80 -a 200 +a 280 -a 400 +a 480 -a",
    "toggle repeat pause" },
  { "so are all that follow it", SESSION,
    "0 +a 50 -a 100 +b 150 -b 200 +c 250 -c 300 +d 350 -d 400 +e 450 -e 500 +f 550 -f",
    "toggle repeat pause" },
  /* Focus */
  { "Tab goes its way", SESSION, "0 +T 80 -T", "pass" },
  { "also quickly", SESSION, "0 +T 50 -T 100 +T 150 -T 200 +T 250 -T 300 +T",
    "pass pass pass pass" },
  { "a held Tab moves once", SESSION, "0 +T 500 +T 530 +T 560 +T", "pass" },
  { "Enter presses when it is released", SESSION, "0 +E 80 -E", "press" },
  { "and is held for an answer, not for ever", SESSION, "0 +E 700 +E 1400 +E 1600 -E", "" },
  { "Tab and Enter may be quick", SESSION, "0 +T 50 -T 100 +E 150 -E", "pass press" },
  /* What asks */
  { "skipping pauses, and asks when it is released", SESSION, "0 +M 100 +S 180 -S 200 -M",
    "pass pause skip" },
  { "the modifier may be released first", SESSION, "0 +M 100 +S 150 -M 180 -S", "pass pause skip" },
  { "held, it asks once", SESSION, "0 +S 600 +S 630 +S 660 -S 700 -S", "pause skip" },
  { "going back asks", SESSION, "0 +B 80 -B", "pause back" },
  { "ending asks", SESSION, "0 +X 80 -X", "pause stop" },
  { "with another key it does not", SESSION, "0 +S 20 +a 80 -a 100 -S", "pause pause" },
  { "nor if the other came first", SESSION, "0 +a 20 +S 80 -S 100 -a", "toggle pause" },
  { "it hurts: pauses, then asks", SESSION, "0 +H 80 -H", "pause hurts" },
  { "also soon after a key that paused", SESSION, "0 +a 80 -a 250 +H 330 -H",
    "toggle pause hurts" },
  { "a key right after it does not go on", SESSION, "0 +H 80 -H 200 +a 280 -a", "pause hurts" },
  { "a knee that hits H only pauses", SESSION, "0 +H 15 +j 200 -H 210 -j", "pause pause" },
  /* Knees */
  { "a knee pauses", SESSION,
    "0 +a 40 +b 80 +c 120 +d 160 +e 200 +f 500 +f 1000 +f 2200 -a -b -c -d -e -f", "toggle pause" },
  { "also one that rolls off", SESSION, "0 +a 50 +b 60 -a 100 +c 110 -b 150 +d 160 -c 210 -d",
    "toggle pause" },
  { "and over Tab, Enter and what asks", SESSION,
    "0 +M 10 +T 20 +E 30 +S 40 +X 50 +H 900 -T -E -S -X -H -M", "pass pass pause" },
  { "its keys are lost when it stays", SESSION, "0 +a 10 +b 3500 +c 3600 -c -a -b",
    "toggle pause toggle" },
  { "more keys than are remembered", SESSION,
    "0 +a +b +c +d +e +f +g +h +i +j +k +l +m +n +o +p +q +r +s 50 -s -a -q -r", "toggle pause" },
  { "after a knee a meant key goes on", SESSION, "0 +a 10 +b 500 -a -b 801 +a 880 -a",
    "toggle pause toggle" },
  { "but none that comes with its leaving", SESSION, "0 +a 10 +b 500 -a -b 700 +a 780 -a",
    "toggle pause" },
  { "two keys at once are a knee", SESSION, "0 +a +b 80 -a -b", "toggle pause" },
  /* The question */
  { "Tab and Enter, one by one, say yes", QUESTION, "1000 +T 1080 -T 1400 +E 1480 -E",
    "pass press" },
  { "arrows move between the answers", QUESTION, "0 +A 80 -A 400 +E 480 -E", "pass press" },
  { "a hurried Enter says nothing", QUESTION, "0 +T 80 -T 300 +E 350 -E", "pass" },
  { "but may be said again", QUESTION, "0 +T 80 -T 300 +E 350 -E 900 +E 950 -E", "pass press" },
  { "an Enter that is rested on says nothing", QUESTION, "0 +E 2000 -E", "" },
  { "any other key withdraws it", QUESTION, "0 +a 80 -a", "stay" },
  { "and does not go on", QUESTION, "0 +a ! 80 -a 150 +b 200 -b 300 +c 350 -c", "stay" },
  { "what asks does not say yes", QUESTION, "0 +S 80 -S 900 +S 980 -S 2000 +X 2080 -X", "" },
  { "several at once withdraw it", QUESTION, "0 +T 20 +E 80 -E -T", "pass stay" },
  { "Enter with another key too", QUESTION, "0 +E 20 +T 80 -E -T", "stay" },
  { "Enter three times in a row too", QUESTION, "0 +E 50 -E 100 +E 150 -E 200 +E 250 -E",
    "press stay" },
  { "it can hurt all the while", QUESTION, "0 +H 80 -H", "hurts" },
  { "asked by a key, it waits for quiet", SESSION, "0 +S 80 -S ? 200 +T 220 -T 400 +E 450 -E",
    "pause skip" },
  { "asked and meant", SESSION, "0 +S 80 -S ? 500 +T 550 -T 900 +E 950 -E",
    "pause skip pass press" },
  { "asked and left alone", SESSION, "0 +S 80 -S ? 700 +a ! 750 -a 1500 +a 1550 -a",
    "pause skip stay toggle" },
  /* The dialog */
  { "an answer is given when its key is released", DIALOG, "0 +E 80 -E 500 +E 550 -E",
    "press press" },
  { "one answer at a time", DIALOG, "0 +E 80 -E 200 +E 250 -E", "press" },
  { "several at once are none", DIALOG, "0 +E 10 +a 20 +T 80 -E -a -T", "" },
  { "other keys mean nothing", DIALOG, "0 +a 80 -a 500 +H 580 -H 999 +S 1050 -S", "" },
  { "the focus moves by Tab and arrows", DIALOG, "0 +T 50 -T 100 +A 150 -A 200 +A 250 -A",
    "pass pass pass" },
  /* Windows */
  { "a release that another window has is forgotten", SESSION, "0 +a % 500 +a 550 -a",
    "toggle toggle" },
  { "and so is what waited for it", SESSION, "0 +S % 50 -S", "pause" },
};

static CoachKeyKind
find_kind (char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == letter)
      return kinds[i].kind;
  return COACH_KEY_PLAIN;
}

static void
note (GString         *found,
      CoachKeyMeaning  meaning)
{
  if (meaning != COACH_KEY_MEANS_NOTHING)
    g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", names[meaning]);
}

static char *
play (const Row *row,
      guint32    row_began_ms)
{
  CoachKeyGuard guard = { 0 };
  CoachKeyPlace place = row->place;
  g_auto (GStrv) words = g_strsplit (row->keys, " ", -1);
  GString *found = g_string_new (NULL);
  guint32 now_ms = row_began_ms;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint code = (guint) words[i][1];

      if (words[i][0] == '+')
        note (found, coach_key_guard_press (&guard, place, find_kind ((char) code), code, now_ms));
      else if (words[i][0] == '-')
        note (found, coach_key_guard_release (&guard, code, now_ms));
      else if (words[i][0] == '?')
        coach_key_guard_settle (&guard, now_ms);
      else if (words[i][0] == '%')
        coach_key_guard_forget (&guard);
      else if (words[i][0] != '!')
        now_ms = row_began_ms + (guint32) g_ascii_strtoull (words[i], NULL, 10);
      if (words[i][0] == '?' || words[i][0] == '!')
        place = words[i][0] == '?' ? QUESTION : SESSION;
    }
  return g_string_free (found, FALSE);
}

static void
test_table (void)
{
  g_test_summary ("Meant presses do what they are for, and a knee pauses and nothing else");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = play (&rows[i], 0);
      g_autofree char *found_later = play (&rows[i], G_MAXUINT32 - 100);

      g_test_message ("%s: %s", rows[i].what, rows[i].keys);
      g_assert_cmpstr (found, ==, rows[i].meanings);
      g_assert_cmpstr (found_later, ==, rows[i].meanings);
    }
}

/* Presses and releases among @n_keys keys, up to @gap_ms apart, as a body that shifts on them
 * would. Keys that lead somewhere are as frequent as all others together. */
static guint
count_leads (guint32 seed,
             guint   n_keys,
             int     gap_ms)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  static const CoachKeyKind leading[] = { COACH_KEY_ENTER, COACH_KEY_SKIP, COACH_KEY_STOP };
  CoachKeyGuard guard = { 0 };
  gboolean is_down[32] = { FALSE };
  guint n_leads = 0;
  guint32 now_ms = 0;

  coach_key_guard_settle (&guard, now_ms);
  for (guint i = 0; i < 20000; i++)
    {
      guint code = (guint) g_rand_int_range (rand, 0, (gint32) n_keys);
      CoachKeyKind kind = code % 2 == 0 ? COACH_KEY_PLAIN
                                        : leading[code / 2 % G_N_ELEMENTS (leading)];
      CoachKeyMeaning meaning;

      now_ms += (guint32) g_rand_int_range (rand, 0, gap_ms);
      meaning = is_down[code] ? coach_key_guard_release (&guard, code, now_ms)
                              : coach_key_guard_press (&guard, QUESTION, kind, code, now_ms);
      is_down[code] = !is_down[code];
      n_leads += meaning == COACH_KEY_MEANS_PRESS;
    }
  return n_leads;
}

static void
test_body (void)
{
  g_test_summary ("Nobody says yes by lying on the keys, however they are hit");
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_assert_cmpuint (count_leads (seed, 24, 30), ==, 0);
      g_assert_cmpuint (count_leads (seed, 24, 120), ==, 0);
      g_assert_cmpuint (count_leads (seed, 12, 140), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/app/key-guard/table", test_table);
  g_test_add_func ("/app/key-guard/body", test_body);
  return g_test_run ();
}
