#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-move.h"
#include "coach-move-private.h"

#include <string.h>

#include "coach-term.h"

typedef struct
{
  char     *id;
  char     *name;         /* translated */
  char     *english_name;
  char    **traits;
  char    **instead;
  char     *highlight;
  char    **key_names;
  char    **props;        /* kinds of thing the picture shows */
  guint     main_key;     /* index of the key held longest */
  gboolean  draws_left;   /* whether a key speaks of the left side */
} CoachMovePrivate;

/**
 * CoachMove:
 *
 * What movements and moves to avoid have in common: a name, traits, and what to do instead.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CoachMove, coach_move, G_TYPE_OBJECT)

static CoachMovePrivate *
get_private (CoachMove *self)
{
  return coach_move_get_instance_private (self);
}

static void
coach_move_finalize (GObject *object)
{
  CoachMovePrivate *priv = get_private (COACH_MOVE (object));

  g_free (priv->id);
  g_free (priv->name);
  g_free (priv->english_name);
  g_strfreev (priv->traits);
  g_strfreev (priv->instead);
  g_free (priv->highlight);
  g_strfreev (priv->key_names);
  g_strfreev (priv->props);

  G_OBJECT_CLASS (coach_move_parent_class)->finalize (object);
}

static void
coach_move_class_init (CoachMoveClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_move_finalize;
}

static void
coach_move_init (CoachMove *self)
{
}

/* Takes id, name, traits and instead from the object the reader stands in. */
void
coach_move_read (CoachMove          *self,
                 CoachContentReader *reader,
                 const char         *name_context,
                 guint               min_instead)
{
  CoachMovePrivate *priv = get_private (self);

  priv->id = coach_content_reader_dup_id (reader, "id");
  priv->english_name = coach_content_reader_dup_string (reader, "name", 40);
  if (priv->english_name != NULL)
    priv->name = coach_content_reader_translate (reader, name_context, priv->english_name);
  priv->traits = coach_content_reader_dup_ids (reader, "traits", 0, 12);
  priv->instead = coach_content_reader_dup_ids (reader, "instead", min_instead, 6);
}

/* A pose says where every joint is: a picture made from less would be a guess. */
static void
check_pose (CoachContentReader *reader,
            const char         *pose)
{
  static const char * const joints[] = { "°", "hip", "knee", "ankle", "shoulder", "elbow" };

  for (guint i = 0; pose != NULL && i < G_N_ELEMENTS (joints); i++)
    if (strstr (pose, joints[i]) == NULL)
      coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "pose",
                                 "does not say \"%s\"", joints[i]);
}

/* Pictures are found by the names of the keys. */
static void
check_key_names (CoachContentReader *reader,
                 char              **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      if (g_ascii_strcasecmp (names[i], names[j]) == 0)
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "keys",
                                   "has two of the name \"%s\"", names[i]);
}

static void
read_keys (CoachMove                  *self,
           CoachContentReader         *reader,
           const CoachAnimationLimits *limits)
{
  CoachMovePrivate *priv = get_private (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  double longest = 0;
  guint n;

  n = coach_content_reader_begin_array (reader, "keys", limits->min_keys, limits->max_keys);
  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *pose = NULL;
      double seconds;

      coach_content_reader_begin_element (reader, i);
      name = coach_content_reader_dup_string (reader, "name", 40);
      seconds = coach_content_reader_get_double (reader, "seconds", 0, 10);
      pose = coach_content_reader_dup_string (reader, "pose", 650);
      check_pose (reader, pose);
      coach_content_reader_end (reader);
      if (name == NULL || pose == NULL)
        break;
      g_strv_builder_add (names, name);
      priv->draws_left |= strstr (pose, "left") != NULL;
      if (seconds >= longest)
        priv->main_key = i;
      longest = MAX (longest, seconds);
    }
  coach_content_reader_end (reader);
  priv->key_names = g_strv_builder_end (names);
  check_key_names (reader, priv->key_names);
}

static void
read_props (CoachMove                  *self,
            CoachContentReader         *reader,
            const CoachAnimationLimits *limits)
{
  CoachMovePrivate *priv = get_private (self);
  g_autoptr (GStrvBuilder) props = g_strv_builder_new ();
  guint n = coach_content_reader_begin_array (reader, "props", 0, 8);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      g_autofree char *at = NULL;
      guint kind;

      coach_content_reader_begin_element (reader, i);
      kind = coach_content_reader_get_choice (reader, "kind", limits->props);
      at = coach_content_reader_dup_string (reader, "at", 120);
      coach_content_reader_end (reader);
      g_strv_builder_add (props, limits->props[kind]);
    }
  coach_content_reader_end (reader);
  priv->props = g_strv_builder_end (props);
}

/* Takes the member `animation`. */
void
coach_move_read_animation (CoachMove                  *self,
                           CoachContentReader         *reader,
                           const CoachAnimationLimits *limits)
{
  static const char * const cameras[] = {
    "side", "front", "rear", "front-three-quarter", "rear-three-quarter", NULL
  };
  CoachMovePrivate *priv = get_private (self);
  const char * const *muscles = coach_term_list_ids (COACH_TERM_MUSCLE);

  coach_content_reader_begin_object (reader, "animation");
  coach_content_reader_get_choice (reader, "camera", cameras);
  priv->highlight = g_strdup (muscles[coach_content_reader_get_choice (reader, "highlight",
                                                                       muscles)]);
  read_props (self, reader, limits);
  read_keys (self, reader, limits);
  coach_content_reader_end (reader);
}

gboolean
coach_move_draws_left (CoachMove *self)
{
  return get_private (self)->draws_left;
}

const char * const *
coach_move_get_props (CoachMove *self)
{
  return (const char * const *) get_private (self)->props;
}

/**
 * coach_move_get_id:
 * @self: a move
 *
 * Gets the id, which is also the name of its files.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_move_get_id (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return get_private (self)->id;
}

/**
 * coach_move_get_name:
 * @self: a move
 *
 * Gets the translated name.
 *
 * Returns: (transfer none): a name
 */
const char *
coach_move_get_name (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return get_private (self)->name;
}

/**
 * coach_move_get_english_name:
 * @self: a move
 *
 * Gets the name as the content file has it, which people may search for in any language.
 *
 * Returns: (transfer none): a name
 */
const char *
coach_move_get_english_name (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return get_private (self)->english_name;
}

/**
 * coach_move_get_traits:
 * @self: a move
 *
 * Gets the ids of what the move does to the body.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_move_get_traits (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return (const char * const *) get_private (self)->traits;
}

/**
 * coach_move_get_instead:
 * @self: a move
 *
 * Gets the ids of the movements that serve the same goal, the closest first.
 *
 * Returns: (transfer none) (array zero-terminated=1): ids
 */
const char * const *
coach_move_get_instead (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return (const char * const *) get_private (self)->instead;
}

/**
 * coach_move_get_highlight:
 * @self: a move
 *
 * Gets the id of the muscle that the picture shows at work.
 *
 * Returns: (transfer none): a muscle
 */
const char *
coach_move_get_highlight (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return get_private (self)->highlight;
}

/**
 * coach_move_get_key_names:
 * @self: a move
 *
 * Gets the names of the key positions, in the order of the movement.
 *
 * Returns: (transfer none) (array zero-terminated=1): names
 */
const char * const *
coach_move_get_key_names (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return (const char * const *) get_private (self)->key_names;
}

/**
 * coach_move_get_main_key:
 * @self: a move
 *
 * Gets the name of the key position that shows the move best: the one held longest.
 *
 * Returns: (transfer none): a name
 */
const char *
coach_move_get_main_key (CoachMove *self)
{
  g_return_val_if_fail (COACH_IS_MOVE (self), NULL);

  return get_private (self)->key_names[get_private (self)->main_key];
}
