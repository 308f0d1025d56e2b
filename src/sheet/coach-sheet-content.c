#define G_LOG_DOMAIN "coach-sheet"

#include "config.h"

#include "coach-sheet-content.h"

static void
note_free (gpointer data)
{
  CoachSheetNote *note = data;

  g_free (note->label);
  g_free (note->text);
  g_free (note);
}

static GPtrArray *
make_notes (void)
{
  return g_ptr_array_new_with_free_func (note_free);
}

static void
step_free (gpointer data)
{
  CoachSheetStep *step = data;

  g_free (step->name);
  g_ptr_array_unref (step->heads);
  for (guint i = 0; i < COACH_SHEET_STILLS; i++)
    {
      g_free (step->stills[i].path);
      g_free (step->stills[i].caption);
    }
  g_free (step->amount);
  g_ptr_array_unref (step->details);
  g_strfreev (step->sides);
  g_strfreev (step->steps);
  g_ptr_array_unref (step->notes);
  g_free (step);
}

static void
left_out_free (gpointer data)
{
  CoachSheetLeftOut *left_out = data;

  g_free (left_out->name);
  g_free (left_out->why);
  g_free (left_out->still);
  g_free (left_out);
}

static void
section_free (gpointer data)
{
  CoachSheetSection *section = data;

  g_free (section->title);
  g_free (section->lead);
  g_ptr_array_unref (section->items);
  g_free (section->tail);
  g_free (section);
}

/**
 * coach_sheet_content_new:
 *
 * Makes the content of a sheet that says nothing yet.
 *
 * Returns: (transfer full): a content
 */
CoachSheetContent *
coach_sheet_content_new (void)
{
  CoachSheetContent *self = g_new0 (CoachSheetContent, 1);

  self->facts = make_notes ();
  self->notices = make_notes ();
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->left_out = g_ptr_array_new_with_free_func (left_out_free);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  return self;
}

/**
 * coach_sheet_content_free:
 * @self: (nullable): a content
 *
 * Frees it.
 */
void
coach_sheet_content_free (CoachSheetContent *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->name_label);
  g_free (self->name);
  g_free (self->goal);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->steps);
  g_free (self->left_out_title);
  g_ptr_array_unref (self->left_out);
  g_free (self->left_out_more);
  g_ptr_array_unref (self->sections);
  g_free (self->diary.title);
  g_free (self->diary.hint);
  g_strfreev (self->diary.days);
  g_strfreev (self->diary.rows);
  g_free (self->code);
  g_free (self->code_note);
  g_free (self->origin);
  g_free (self->disclaimer);
  g_clear_pointer (&self->made, g_date_time_unref);
  g_free (self);
}

/**
 * coach_sheet_notes_add:
 * @notes: (element-type CoachSheetNote): notes
 * @label: (nullable): a few words that stand before it
 * @text: a sentence or a few; nothing is added when it is empty
 *
 * Adds a note.
 */
void
coach_sheet_notes_add (GPtrArray  *notes,
                       const char *label,
                       const char *text)
{
  CoachSheetNote *note;

  g_return_if_fail (notes != NULL);

  if (text == NULL || *text == '\0')
    return;
  note = g_new0 (CoachSheetNote, 1);
  note->label = g_strdup (label);
  note->text = g_strdup (text);
  g_ptr_array_add (notes, note);
}

/**
 * coach_sheet_content_add_step:
 * @self: a content
 * @name: the move
 *
 * Adds a move about which nothing is said yet.
 *
 * Returns: (transfer none): the step
 */
CoachSheetStep *
coach_sheet_content_add_step (CoachSheetContent *self,
                              const char        *name)
{
  CoachSheetStep *step;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  step = g_new0 (CoachSheetStep, 1);
  step->name = g_strdup (name);
  step->heads = make_notes ();
  step->details = g_ptr_array_new_with_free_func (g_free);
  step->notes = make_notes ();
  g_ptr_array_add (self->steps, step);
  return step;
}

/**
 * coach_sheet_content_add_left_out:
 * @self: a content
 * @name: the move
 * @why: (nullable): why
 *
 * Adds a move to leave out, without a picture.
 *
 * Returns: (transfer none): it
 */
CoachSheetLeftOut *
coach_sheet_content_add_left_out (CoachSheetContent *self,
                                  const char        *name,
                                  const char        *why)
{
  CoachSheetLeftOut *left_out;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  left_out = g_new0 (CoachSheetLeftOut, 1);
  left_out->name = g_strdup (name);
  left_out->why = g_strdup (why);
  g_ptr_array_add (self->left_out, left_out);
  return left_out;
}

/**
 * coach_sheet_content_add_section:
 * @self: a content
 * @title: its heading
 * @is_warning: whether it is set off by a frame
 *
 * Adds a section that says nothing yet.
 *
 * Returns: (transfer none): the section
 */
CoachSheetSection *
coach_sheet_content_add_section (CoachSheetContent *self,
                                 const char        *title,
                                 gboolean           is_warning)
{
  CoachSheetSection *section;

  g_return_val_if_fail (self != NULL && title != NULL, NULL);

  section = g_new0 (CoachSheetSection, 1);
  section->title = g_strdup (title);
  section->items = g_ptr_array_new_with_free_func (g_free);
  section->is_warning = is_warning;
  g_ptr_array_add (self->sections, section);
  return section;
}
