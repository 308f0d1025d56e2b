#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-trait.h"
#include "coach-trait-private.h"

struct _CoachTrait
{
  GObject  parent_instance;

  char    *id;
  char    *name; /* translated */
  char    *meaning; /* translated */
};

/**
 * CoachTrait:
 *
 * What a move does to the body; the safety rules speak of traits, never of moves.
 */
G_DEFINE_FINAL_TYPE (CoachTrait, coach_trait, G_TYPE_OBJECT)

static void
coach_trait_finalize (GObject *object)
{
  CoachTrait *self = COACH_TRAIT (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->meaning);

  G_OBJECT_CLASS (coach_trait_parent_class)->finalize (object);
}

static void
coach_trait_class_init (CoachTraitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_trait_finalize;
}

static void
coach_trait_init (CoachTrait *self)
{
}

/* Takes a trait from the object the reader stands in. */
CoachTrait *
coach_trait_read (CoachContentReader *reader)
{
  CoachTrait *self = g_object_new (COACH_TYPE_TRAIT, NULL);

  self->id = coach_content_reader_dup_id (reader, "id");
  self->name = coach_content_reader_dup_text (reader, "name", "trait name", 40);
  self->meaning = coach_content_reader_dup_text (reader, "meaning", "trait meaning", 170);
  return self;
}

/**
 * coach_trait_get_id:
 * @self: a trait
 *
 * Gets the id, as rules and profiles name it.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_trait_get_id (CoachTrait *self)
{
  g_return_val_if_fail (COACH_IS_TRAIT (self), NULL);

  return self->id;
}

/**
 * coach_trait_get_name:
 * @self: a trait
 *
 * Gets the translated name.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_trait_get_name (CoachTrait *self)
{
  g_return_val_if_fail (COACH_IS_TRAIT (self), NULL);

  return self->name;
}

/**
 * coach_trait_get_meaning:
 * @self: a trait
 *
 * Gets what the trait means, translated.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_trait_get_meaning (CoachTrait *self)
{
  g_return_val_if_fail (COACH_IS_TRAIT (self), NULL);

  return self->meaning;
}
