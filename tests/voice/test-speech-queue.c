#include "config.h"

#include "coach-speech-queue-private.h"

#define TIP   COACH_SPEECH_PRIORITY_TIP
#define GUIDE COACH_SPEECH_PRIORITY_GUIDE
#define TURN  COACH_SPEECH_PRIORITY_TURN
#define COUNT COACH_SPEECH_PRIORITY_COUNT
#define STOP  COACH_SPEECH_PRIORITY_STOP

typedef enum
{
  NOTHING, /* time passes */
  ADD,
  OPEN,
  CLOSE,
  BEGIN,
  END,
  HUSH
} Event;

/* What happens, and the steps that come of it: "say TEXT", "cut", "drop TEXT", "miss TEXT", and of a
 * server that goes "lost TEXT"; none is "". */
typedef struct
{
  int                  at_ms;
  Event                event;
  const char          *text;
  CoachSpeechPriority  priority;
  int                  due_ms;
  int                  stale_ms; /* 0 is the default */
  const char          *steps;
} Row;

#define MAX_ROWS 16

typedef struct
{
  const char *path;
  const char *summary;
  Row         rows[MAX_ROWS]; /* up to one without steps */
} Case;

#define PASS(at, steps)                 { at, NOTHING, NULL, TIP, 0, 0, steps }
#define HAPPENS(at, event, steps)       { at, event, NULL, TIP, 0, 0, steps }
#define SAY(at, text, priority, steps)  { at, ADD, text, priority, at, 0, steps }
#define OPENED                          HAPPENS (0, OPEN, "")

static const Case cases[] = {
  { "at-its-time", "Something is said when it is due, and not before.",
    { OPENED,
      { 0, ADD, "hold", TURN, 1000, 0, "" },
      PASS (999, ""),
      PASS (1000, "say hold"),
      HAPPENS (1050, BEGIN, ""),
      HAPPENS (1800, END, "") } },
  { "cuts-off", "What matters more cuts off what is being said, and is said once that is over.",
    { OPENED,
      SAY (0, "tip", TIP, "say tip"),
      HAPPENS (40, BEGIN, ""),
      SAY (500, "three", COUNT, "cut"),
      PASS (510, ""),
      HAPPENS (530, END, "say three") } },
  { "cuts-off-unheard", "It cuts off also what the server has not begun.",
    { OPENED,
      SAY (0, "tip", TIP, "say tip"),
      SAY (10, "stop", STOP, "cut"),
      HAPPENS (20, BEGIN, ""),
      HAPPENS (30, END, "say stop") } },
  { "waits", "What matters as much, or less, waits until the other is over.",
    { OPENED,
      SAY (0, "hold", TURN, "say hold"),
      HAPPENS (40, BEGIN, ""),
      SAY (500, "switch", TURN, ""),
      SAY (510, "tip", TIP, ""),
      HAPPENS (600, END, "say switch"),
      HAPPENS (640, BEGIN, ""),
      HAPPENS (700, END, "say tip") } },
  { "too-late", "What would be more than 300 ms late is dropped.",
    { OPENED,
      SAY (0, "hold", TURN, "say hold"),
      HAPPENS (40, BEGIN, ""),
      SAY (500, "half", GUIDE, ""),
      PASS (800, ""),
      PASS (801, "drop half"),
      HAPPENS (900, END, "") } },
  { "own-latest", "Something may say itself how late it can be.",
    { OPENED,
      SAY (0, "hold", TURN, "say hold"),
      HAPPENS (40, BEGIN, ""),
      { 100, ADD, "next", GUIDE, 100, 5000, "" },
      HAPPENS (4000, END, "say next") } },
  { "greatest-first", "Of those that wait the one that matters most comes first, then the oldest.",
    { OPENED,
      SAY (0, "hold", TURN, "say hold"),
      HAPPENS (5, BEGIN, ""),
      { 10, ADD, "tip", TIP, 10, 900, "" },
      { 20, ADD, "two", COUNT, 500, 900, "" },
      { 30, ADD, "three", COUNT, 400, 900, "" },
      HAPPENS (450, END, "say three"),
      HAPPENS (500, END, "say two"),
      HAPPENS (550, END, "say tip") } },
  { "hush", "Hushed, nothing of before is said, and something new is.",
    { OPENED,
      SAY (0, "name", TURN, "say name"),
      HAPPENS (40, BEGIN, ""),
      { 50, ADD, "half", GUIDE, 9000, 0, "" },
      HAPPENS (200, HUSH, "drop half cut"),
      SAY (200, "paused", STOP, ""),
      HAPPENS (240, END, "say paused") } },
  { "no-server", "Without a server things are dropped in time.",
    { SAY (0, "hold", TURN, ""),
      PASS (301, "drop hold"),
      SAY (1000, "half", GUIDE, ""),
      HAPPENS (1200, OPEN, "say half") } },
  { "server-dies", "What is being said when the server dies is not said again; what waits may be.",
    { OPENED,
      SAY (0, "hold", TURN, "say hold"),
      HAPPENS (40, BEGIN, ""),
      { 100, ADD, "half", GUIDE, 3000, 0, "" },
      HAPPENS (200, CLOSE, "lost hold"),
      HAPPENS (1200, OPEN, ""),
      PASS (3000, "say half") } },
  { "never-begins", "What the server does not begin in time is given up, and the next is asked for earlier.",
    { OPENED,
      SAY (0, "one", COUNT, "say one"),
      PASS (300, ""),
      PASS (301, "cut"),
      HAPPENS (310, END, ""),
      SAY (1000, "two", COUNT, "say two"),
      PASS (1301, "cut"),
      HAPPENS (1310, END, ""),
      { 1400, ADD, "three", COUNT, 3000, 0, "" },
      PASS (2698, ""),
      PASS (2699, "say three"),
      HAPPENS (3010, BEGIN, "") } },
  { "wakes-up-slowly", "A server that is slow once, as when it wakes up, is not asked earlier.",
    { OPENED,
      SAY (0, "one", COUNT, "say one"),
      HAPPENS (290, BEGIN, ""),
      HAPPENS (600, END, ""),
      { 600, ADD, "two", COUNT, 1000, 0, "" },
      PASS (999, ""),
      PASS (1000, "say two"),
      HAPPENS (1040, BEGIN, "") } },
  { "never-ends", "A server that never tells of the end does not silence the rest.",
    { OPENED,
      SAY (0, "one", COUNT, "say one"),
      HAPPENS (40, BEGIN, ""),
      PASS (5000, ""),
      PASS (20000, "cut"),
      SAY (20900, "two", COUNT, ""),
      PASS (21001, "miss one say two") } },
};

#define BEFORE_US (100 * (gint64) G_USEC_PER_SEC)

static gint64
to_us (int ms)
{
  return BEFORE_US + ms * (gint64) 1000;
}

static void
note (GString    *steps,
      const char *step,
      const char *text)
{
  g_string_append_printf (steps, "%s%s%s%s", steps->len > 0 ? " " : "", step,
                          text != NULL ? " " : "", text != NULL ? text : "");
}

static void
add (CoachSpeechQueue *queue,
     const Row        *row)
{
  CoachUtterance utterance = {
    .text = row->text,
    .priority = row->priority,
    .due_us = to_us (row->due_ms),
    .stale_after_us = row->stale_ms * (gint64) 1000,
  };

  coach_speech_queue_add (queue, &utterance);
}

static void
happen (CoachSpeechQueue *queue,
        const Row        *row,
        GString          *steps)
{
  g_autoptr (CoachSpeechItem) over = NULL;
  gint64 now_us = to_us (row->at_ms);

  switch (row->event)
    {
    case NOTHING:
      break;
    case ADD:
      add (queue, row);
      break;
    case OPEN:
      coach_speech_queue_open (queue);
      break;
    case CLOSE:
      over = coach_speech_queue_close (queue, now_us);
      note (steps, "lost", over->text);
      break;
    case BEGIN:
      coach_speech_queue_begin (queue, now_us);
      break;
    case END:
      over = coach_speech_queue_end (queue, now_us);
      g_assert_nonnull (over);
      break;
    case HUSH:
      coach_speech_queue_hush (queue);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
take_steps (CoachSpeechQueue *queue,
              gint64            now_us,
              GString          *steps)
{
  static const char *const names[] = { "", "say", "cut", "drop", "miss" };
  CoachSpeechStep step;
  CoachSpeechItem *item;

  while ((step = coach_speech_queue_step (queue, now_us, &item)) != COACH_SPEECH_STEP_NONE)
    {
      note (steps, names[step], item != NULL ? item->text : NULL);
      if (step == COACH_SPEECH_STEP_DROP || step == COACH_SPEECH_STEP_MISS)
        coach_speech_item_free (item);
    }
}

static void
test_case (gconstpointer user_data)
{
  const Case *subject = user_data;
  CoachSpeechQueue queue;

  g_test_summary (subject->summary);

  coach_speech_queue_init (&queue);
  for (guint i = 0; i < MAX_ROWS && subject->rows[i].steps != NULL; i++)
    {
      const Row *row = &subject->rows[i];
      g_autoptr (GString) steps = g_string_new (NULL);

      happen (&queue, row, steps);
      take_steps (&queue, to_us (row->at_ms), steps);
      g_assert_cmpstr (steps->str, ==, row->steps);
      g_assert_cmpint (coach_speech_queue_get_wake_us (&queue, to_us (row->at_ms)), >,
                       to_us (row->at_ms));
    }
  coach_speech_queue_clear (&queue);
}

/* Wakes alone, without anything that happens, lead to every step. */
static void
test_wakes (void)
{
  CoachSpeechQueue queue;
  gint64 now_us = BEFORE_US;
  g_autoptr (GString) steps = g_string_new (NULL);
  const Row first = { 0, ADD, "one", COUNT, 1000, 0, "" };
  const Row second = { 0, ADD, "two", COUNT, 1100, 0, "" };

  g_test_summary ("Whoever wakes up when told misses nothing, and does not wake up for nothing.");

  coach_speech_queue_init (&queue);
  coach_speech_queue_open (&queue);
  add (&queue, &first);
  add (&queue, &second);
  for (guint n_wakes = 0; now_us < G_MAXINT64; n_wakes++)
    {
      g_assert_cmpuint (n_wakes, <=, 8);
      take_steps (&queue, now_us, steps);
      now_us = coach_speech_queue_get_wake_us (&queue, now_us);
    }
  g_assert_cmpstr (steps->str, ==, "say one cut drop two miss one");
  coach_speech_queue_clear (&queue);
}

static void
test_lateness (void)
{
  CoachSpeechQueue queue;
  g_autoptr (CoachSpeechItem) over = NULL;
  g_autoptr (GString) steps = g_string_new (NULL);
  const Row name = { 0, ADD, "name", TURN, 0, 0, "" };
  const Row position = { 0, ADD, "position", GUIDE, 0, 4000, "" };

  g_test_summary ("What begins is as late as its time lies back.");

  coach_speech_queue_init (&queue);
  coach_speech_queue_open (&queue);
  add (&queue, &name);
  add (&queue, &position);
  take_steps (&queue, to_us (0), steps);
  g_assert_true (coach_speech_queue_begin (&queue, to_us (70)));
  g_assert_false (coach_speech_queue_begin (&queue, to_us (80)));
  g_assert_cmpint (coach_speech_item_get_late_us (queue.current, to_us (70)), ==, 70000);

  over = coach_speech_queue_end (&queue, to_us (1000));
  g_assert_true (over->was_heard);
  take_steps (&queue, to_us (1000), steps);
  g_assert_true (coach_speech_queue_begin (&queue, to_us (1050)));
  g_assert_cmpint (coach_speech_item_get_late_us (queue.current, to_us (1050)), ==, 1050000);
  coach_speech_queue_clear (&queue);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/speech-queue/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/speech-queue/wakes", test_wakes);
  g_test_add_func ("/speech-queue/lateness", test_lateness);

  return g_test_run ();
}
