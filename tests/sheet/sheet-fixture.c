#include "config.h"

#include "sheet-fixture.h"

typedef struct
{
  const char *title;
  const char *move;
  const char *step;
  const char *label;
  const char *note;
} Words;

static const Words english = {
  "Desk routine", "Neck side stretch",
  "Tilt your head until you feel a gentle pull, then let it come back.", "Breathing:",
  "Slow and easy; no pinch in the neck.",
};

static const Words arabic = {
  "تمارين المكتب", "تمدد الرقبة الجانبي", "أمل رأسك إلى اليمين حتى تشعر بشد لطيف ثم عد ببطء.",
  "التنفس:", "ببطء وهدوء دون ألم في الرقبة.",
};

static char *
make_long (const char *word,
           guint       n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%u", i > 0 ? " " : "", word, i + 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_step (CoachSheetContent *content,
          const SheetSample *sample,
          const Words       *words,
          guint              index)
{
  g_autofree char *name = g_strdup_printf ("%s %u", words->move, index + 1);
  CoachSheetStep *step = coach_sheet_content_add_step (content, name);
  g_autofree char *first = index == 0 && sample->n_words > 0 ? make_long ("word", sample->n_words)
                                                             : g_strdup (words->step);
  const char *steps[] = { first, words->step, NULL };
  const char *sides[] = { "L", "R", NULL };

  coach_sheet_notes_add (step->heads, "In place of “Something else”:", words->note);
  for (guint i = 0; i < COACH_SHEET_STILLS; i++)
    {
      step->stills[i].path = g_strdup (sample->still);
      step->stills[i].caption = g_strdup (i == 0 ? "Start" : "Hold");
    }
  step->amount = g_strdup ("Hold 30 seconds");
  g_ptr_array_add (step->details, g_strdup ("2 times on each side"));
  step->n_ticks = 2;
  step->sides = g_strdupv ((char **) sides);
  step->steps = g_strdupv ((char **) steps);
  coach_sheet_notes_add (step->notes, words->label, words->note);
}

static void
add_rest (CoachSheetContent *content,
          const Words       *words,
          const char        *still)
{
  static const char * const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", NULL };
  static const char * const rows[] = { "Done", "Pain", "Reach", NULL };
  CoachSheetSection *section;

  content->left_out_title = g_strdup ("Leave these out");
  for (guint i = 0; i < 3; i++)
    coach_sheet_content_add_left_out (content, words->move, words->note)->still = g_strdup (still);
  content->left_out_more = g_strdup (words->note);
  section = coach_sheet_content_add_section (content, "When to stop", TRUE);
  section->lead = g_strdup (words->note);
  for (guint i = 0; i < 4; i++)
    g_ptr_array_add (section->items, g_strdup (words->step));
  content->diary.title = g_strdup ("Two weeks");
  content->diary.hint = g_strdup (words->note);
  content->diary.days = g_strdupv ((char **) days);
  content->diary.rows = g_strdupv ((char **) rows);
  content->code = g_strdup ("{\"id\":\"sample\"}");
  content->code_note = g_strdup (words->note);
}

/**
 * sheet_fixture_make:
 * @sample: what it is like
 *
 * Makes up what a sheet says.
 *
 * Returns: (transfer full): a content
 */
CoachSheetContent *
sheet_fixture_make (const SheetSample *sample)
{
  const Words *words = sample->is_rtl ? &arabic : &english;
  CoachSheetContent *content = coach_sheet_content_new ();

  content->title = sample->title_letters > 0 ? make_long ("title", sample->title_letters / 7)
                                             : g_strdup (words->title);
  content->name_label = g_strdup ("Name");
  content->goal = g_strdup (words->note);
  coach_sheet_notes_add (content->facts, "How often", words->note);
  coach_sheet_notes_add (content->notices, words->label, words->step);
  for (guint i = 0; i < sample->n_steps; i++)
    add_step (content, sample, words, i);
  add_rest (content, words, sample->still);
  content->origin = g_strdup ("Lowtide · 29 November 2026");
  content->disclaimer = g_strdup ("It takes the place of no examination. Stop if it feels wrong.");
  content->has_pictures = TRUE;
  content->is_rtl = sample->is_rtl;
  content->made = g_date_time_new_utc (2026, 11, 29, 8, 0, 0);
  return content;
}
