#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-term.h"

#include <glib/gi18n-lib.h>

/* Two tables side by side, so that the ids alone can be handed out as a list. */
typedef struct
{
  const char * const *ids;
  const char * const *names; /* to be translated */
} Vocabulary;

static const char * const group_ids[] = {
  "stretch", "foam-rolling", "nerve-glide", "strength", "mobility", "extension", "desk", "rest",
  NULL,
};

static const char * const group_names[] = {
  NC_ ("group", "Stretch"), NC_ ("group", "Foam rolling"), NC_ ("group", "Nerve glide"),
  NC_ ("group", "Strength"), NC_ ("group", "Mobility"), NC_ ("group", "Back bending"),
  NC_ ("group", "Desk"), NC_ ("group", "Rest"), NULL,
};

static const char * const position_ids[] = {
  "supine", "prone", "side-lying", "quadruped", "kneeling", "seated", "standing", NULL,
};

static const char * const position_names[] = {
  NC_ ("position", "Lying on your back"), NC_ ("position", "Lying on your front"),
  NC_ ("position", "Lying on your side"), NC_ ("position", "On hands and knees"),
  NC_ ("position", "Kneeling"), NC_ ("position", "Seated"), NC_ ("position", "Standing"), NULL,
};

static const char * const equipment_ids[] = {
  "mat", "roller", "ball", "chair", "wall", "table", "cushion", NULL,
};

static const char * const equipment_names[] = {
  NC_ ("equipment", "mat"), NC_ ("equipment", "foam roller"), NC_ ("equipment", "ball"),
  NC_ ("equipment", "chair"), NC_ ("equipment", "wall"), NC_ ("equipment", "table"),
  NC_ ("equipment", "cushion"), NULL,
};

static const char * const prop_ids[] = {
  "mat", "roller", "ball", "chair", "wall", "table", "cushion", "barbell", "dumbbell",
  "kettlebell", "box", "leg-press", "rowing-machine", "wallet", "sofa", "desk", NULL,
};

static const char * const prop_names[] = {
  NC_ ("prop", "mat"), NC_ ("prop", "foam roller"), NC_ ("prop", "ball"), NC_ ("prop", "chair"),
  NC_ ("prop", "wall"), NC_ ("prop", "table"), NC_ ("prop", "cushion"), NC_ ("prop", "barbell"),
  NC_ ("prop", "dumbbell"), NC_ ("prop", "kettlebell"), NC_ ("prop", "box"),
  NC_ ("prop", "leg press"), NC_ ("prop", "rowing machine"), NC_ ("prop", "wallet"),
  NC_ ("prop", "sofa"), NC_ ("prop", "desk"), NULL,
};

static const char * const muscle_ids[] = {
  "piriformis", "gluteus-maximus", "gluteus-medius", "hip-flexors", "hamstrings", "quadriceps",
  "calf", "outer-thigh", "lower-back", "upper-back", "deep-abdominals", "obliques", "diaphragm",
  "sciatic-nerve", "whole-body", NULL,
};

static const char * const muscle_names[] = {
  NC_ ("muscle", "piriformis"), NC_ ("muscle", "large buttock muscle"),
  NC_ ("muscle", "side hip muscle"), NC_ ("muscle", "hip flexors"), NC_ ("muscle", "hamstrings"),
  NC_ ("muscle", "front of the thigh"), NC_ ("muscle", "calf"), NC_ ("muscle", "outer thigh"),
  NC_ ("muscle", "low back"), NC_ ("muscle", "upper back"), NC_ ("muscle", "deep tummy muscles"),
  NC_ ("muscle", "side tummy muscles"), NC_ ("muscle", "diaphragm"),
  NC_ ("muscle", "sciatic nerve"), NC_ ("muscle", "whole body"), NULL,
};

static Vocabulary
get_vocabulary (CoachTermKind kind)
{
  switch (kind)
    {
    case COACH_TERM_GROUP:
      return (Vocabulary) { group_ids, group_names };
    case COACH_TERM_POSITION:
      return (Vocabulary) { position_ids, position_names };
    case COACH_TERM_EQUIPMENT:
      return (Vocabulary) { equipment_ids, equipment_names };
    case COACH_TERM_PROP:
      return (Vocabulary) { prop_ids, prop_names };
    case COACH_TERM_MUSCLE:
    default:
      return (Vocabulary) { muscle_ids, muscle_names };
    }
}

static const char *
get_context (CoachTermKind kind)
{
  switch (kind)
    {
    case COACH_TERM_GROUP:
      return "group";
    case COACH_TERM_POSITION:
      return "position";
    case COACH_TERM_EQUIPMENT:
      return "equipment";
    case COACH_TERM_PROP:
      return "prop";
    case COACH_TERM_MUSCLE:
    default:
      return "muscle";
    }
}

/**
 * coach_term_list_ids:
 * @kind: a vocabulary
 *
 * Gets the words that content files may use.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_term_list_ids (CoachTermKind kind)
{
  return get_vocabulary (kind).ids;
}

/**
 * coach_term_get_name:
 * @kind: a vocabulary
 * @id: one of its words
 *
 * Gets how a word is shown to people, translated. Equipment, props and muscles are written as
 * within a sentence, groups and positions as at its beginning.
 *
 * Returns: (transfer none): a name; @id itself when the vocabulary lacks it
 */
const char *
coach_term_get_name (CoachTermKind  kind,
                     const char    *id)
{
  Vocabulary words = get_vocabulary (kind);

  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; words.ids[i] != NULL; i++)
    if (g_str_equal (words.ids[i], id))
      return g_dpgettext2 (GETTEXT_PACKAGE, get_context (kind), words.names[i]);
  return id;
}

/**
 * coach_term_join_names:
 * @kind: a vocabulary
 * @ids: (array zero-terminated=1): words of it
 *
 * Lists words for people, as in "mat, cushion".
 *
 * Returns: (transfer full): a translated list; empty when there are none
 */
char *
coach_term_join_names (CoachTermKind       kind,
                       const char * const *ids)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_add (names, coach_term_get_name (kind, ids[i]));
  list = g_strv_builder_end (names);
  /* Translators: stands between the things of a list */
  return g_strjoinv (C_ ("list", ", "), list);
}
