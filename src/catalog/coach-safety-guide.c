#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-safety-guide-private.h"

#include "coach-term.h"

static const char * const colour_ids[COACH_N_PAIN_COLOURS] = {
  [COACH_PAIN_GREEN]    = "green",
  [COACH_PAIN_AMBER]    = "amber",
  [COACH_PAIN_RED]      = "red",
  [COACH_PAIN_SAME_DAY] = "same-day",
};

static const char * const pack_ids[COACH_N_PACK_KINDS] = {
  [COACH_PACK_HEAT] = "heat",
  [COACH_PACK_COLD] = "cold",
};

/**
 * CoachSafetyGuide:
 *
 * The numbers and fixed texts of the safety rules: the traffic light, doses, packs, sitting. Its
 * meaning is told in `data/catalog/README.md`. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachSafetyGuide, coach_safety_guide, G_TYPE_OBJECT)

static void
coach_safety_guide_finalize (GObject *object)
{
  CoachSafetyGuide *self = COACH_SAFETY_GUIDE (object);

  for (guint moment = 0; moment < COACH_N_PAIN_MOMENTS; moment++)
    for (guint colour = 0; colour < COACH_N_PAIN_COLOURS; colour++)
      g_array_unref (self->tests[moment][colour]);
  g_free (self->lie_down);
  g_ptr_array_unref (self->rise);
  for (guint i = 0; i < COACH_N_SAFETY_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (coach_safety_guide_parent_class)->finalize (object);
}

static void
coach_safety_guide_class_init (CoachSafetyGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_safety_guide_finalize;
}

static void
coach_safety_guide_init (CoachSafetyGuide *self)
{
  for (guint moment = 0; moment < COACH_N_PAIN_MOMENTS; moment++)
    for (guint colour = 0; colour < COACH_N_PAIN_COLOURS; colour++)
      self->tests[moment][colour] = g_array_new (FALSE, FALSE, sizeof (CoachPainTest));
  self->rise = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/**
 * coach_safety_guide_get_tests:
 * @self: a guide
 * @moment: when a score is judged
 * @colour: a colour
 * @n_tests: (out): how many there are
 *
 * Gets the tests of which one must hold for a colour. The worst colour is tried first; green has
 * none, for it is what is left.
 *
 * Returns: (transfer none) (array length=n_tests): the tests
 */
const CoachPainTest *
coach_safety_guide_get_tests (CoachSafetyGuide *self,
                              CoachPainMoment   moment,
                              CoachPainColour   colour,
                              guint            *n_tests)
{
  GArray *tests;

  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);
  g_return_val_if_fail ((guint) moment < COACH_N_PAIN_MOMENTS, NULL);
  g_return_val_if_fail ((guint) colour < COACH_N_PAIN_COLOURS, NULL);
  g_return_val_if_fail (n_tests != NULL, NULL);

  tests = self->tests[moment][colour];
  *n_tests = tests->len;
  return (const CoachPainTest *) tests->data;
}

/**
 * coach_safety_guide_get_pack:
 * @self: a guide
 * @kind: heat or cold
 *
 * Gets the protocol of a pack.
 *
 * Returns: (transfer none): the numbers
 */
const CoachPackNumbers *
coach_safety_guide_get_pack (CoachSafetyGuide *self,
                             CoachPackKind     kind)
{
  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);
  g_return_val_if_fail ((guint) kind < COACH_N_PACK_KINDS, NULL);

  return &self->packs[kind];
}

/**
 * coach_safety_guide_get_sitting:
 * @self: a guide
 *
 * Gets the numbers of the sitting reminder.
 *
 * Returns: (transfer none): the numbers
 */
const CoachSittingNumbers *
coach_safety_guide_get_sitting (CoachSafetyGuide *self)
{
  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);

  return &self->sitting;
}

/**
 * coach_safety_guide_get_numbers:
 * @self: a guide
 *
 * Gets the other numbers.
 *
 * Returns: (transfer none): the numbers
 */
const CoachSafetyNumbers *
coach_safety_guide_get_numbers (CoachSafetyGuide *self)
{
  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);

  return &self->numbers;
}

/**
 * coach_safety_guide_get_text:
 * @self: a guide
 * @text: which
 *
 * Gets a fixed text.
 *
 * Returns: (transfer none): a translated text
 */
const char *
coach_safety_guide_get_text (CoachSafetyGuide *self,
                             CoachSafetyText   text)
{
  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);
  g_return_val_if_fail ((guint) text < COACH_N_SAFETY_TEXTS, NULL);

  return self->texts[text];
}

/**
 * coach_safety_guide_get_lie_down:
 * @self: a guide
 *
 * Gets how to get from one's feet, a chair, or hands and knees to lying, with as little strain as
 * can be.
 *
 * Returns: (transfer none): a translated sentence, to be spoken
 */
const char *
coach_safety_guide_get_lie_down (CoachSafetyGuide *self)
{
  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);

  return self->lie_down;
}

/**
 * coach_safety_guide_get_rise:
 * @self: a guide
 * @position: the id of a position, as of [method@Movement.get_position]
 *
 * Gets how to get up from a position: from lying by way of the side and the hands, never by sitting
 * straight up. From lying and from the knees the last sentence leads to standing, and may be left
 * out where the next movement is not done on one's feet.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): one to three translated sentences,
 *   to be spoken; %NULL for an unknown position
 */
const char * const *
coach_safety_guide_get_rise (CoachSafetyGuide *self,
                             const char       *position)
{
  const char * const *positions = coach_term_list_ids (COACH_TERM_POSITION);

  g_return_val_if_fail (COACH_IS_SAFETY_GUIDE (self), NULL);
  g_return_val_if_fail (position != NULL, NULL);

  for (guint i = 0; i < self->rise->len; i++)
    if (g_str_equal (positions[i], position))
      return g_ptr_array_index (self->rise, i);
  return NULL;
}

/**
 * coach_pain_colour_get_id:
 * @colour: a colour
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_pain_colour_get_id (CoachPainColour colour)
{
  g_return_val_if_fail ((guint) colour < COACH_N_PAIN_COLOURS, NULL);

  return colour_ids[colour];
}

/**
 * coach_pain_colour_from_id:
 * @id: any text
 * @colour: (out): the colour with this id, if there is one
 *
 * Looks a colour up by the word that files use.
 *
 * Returns: whether there is one
 */
gboolean
coach_pain_colour_from_id (const char      *id,
                           CoachPainColour *colour)
{
  g_return_val_if_fail (id != NULL && colour != NULL, FALSE);

  for (guint i = 0; i < COACH_N_PAIN_COLOURS; i++)
    if (g_str_equal (colour_ids[i], id))
      {
        *colour = (CoachPainColour) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * coach_pack_kind_get_id:
 * @kind: heat or cold
 *
 * Gets the word that files use.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_pack_kind_get_id (CoachPackKind kind)
{
  g_return_val_if_fail ((guint) kind < COACH_N_PACK_KINDS, NULL);

  return pack_ids[kind];
}

/**
 * coach_pack_kind_from_id:
 * @id: any text
 * @kind: (out): the kind with this id, if there is one
 *
 * Looks heat or cold up by the word that files use.
 *
 * Returns: whether there is one
 */
gboolean
coach_pack_kind_from_id (const char    *id,
                         CoachPackKind *kind)
{
  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < COACH_N_PACK_KINDS; i++)
    if (g_str_equal (pack_ids[i], id))
      {
        *kind = (CoachPackKind) i;
        return TRUE;
      }
  return FALSE;
}
