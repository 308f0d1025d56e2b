#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-condition.h"
#include "coach-condition-private.h"

struct _CoachCondition
{
  GObject  parent_instance;

  char    *id;
  char    *name; /* translated */
  char    *question; /* translated */
  char    *explain; /* translated */
};

/**
 * CoachCondition:
 *
 * What a person may have; the set of conditions is the profile.
 */
G_DEFINE_FINAL_TYPE (CoachCondition, coach_condition, G_TYPE_OBJECT)

static void
coach_condition_finalize (GObject *object)
{
  CoachCondition *self = COACH_CONDITION (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->question);
  g_free (self->explain);

  G_OBJECT_CLASS (coach_condition_parent_class)->finalize (object);
}

static void
coach_condition_class_init (CoachConditionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_condition_finalize;
}

static void
coach_condition_init (CoachCondition *self)
{
}

/* Takes a condition from the object the reader stands in. */
CoachCondition *
coach_condition_read (CoachContentReader *reader)
{
  CoachCondition *self = g_object_new (COACH_TYPE_CONDITION, NULL);

  self->id = coach_content_reader_dup_id (reader, "id");
  self->name = coach_content_reader_dup_text (reader, "name", "condition name", 60);
  self->question = coach_content_reader_dup_text (reader, "question", "condition question", 170);
  self->explain = coach_content_reader_dup_text (reader, "explain", "condition explain", 330);
  return self;
}

/**
 * coach_condition_get_id:
 * @self: a condition
 *
 * Gets the id, as rules and profiles name it.
 *
 * Returns: (transfer none): an id
 */
const char *
coach_condition_get_id (CoachCondition *self)
{
  g_return_val_if_fail (COACH_IS_CONDITION (self), NULL);

  return self->id;
}

/**
 * coach_condition_get_name:
 * @self: a condition
 *
 * Gets the translated name.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_condition_get_name (CoachCondition *self)
{
  g_return_val_if_fail (COACH_IS_CONDITION (self), NULL);

  return self->name;
}

/**
 * coach_condition_get_question:
 * @self: a condition
 *
 * Gets the question by which people find out whether it is theirs, translated.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_condition_get_question (CoachCondition *self)
{
  g_return_val_if_fail (COACH_IS_CONDITION (self), NULL);

  return self->question;
}

/**
 * coach_condition_get_explain:
 * @self: a condition
 *
 * Gets what it means for exercise, translated.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_condition_get_explain (CoachCondition *self)
{
  g_return_val_if_fail (COACH_IS_CONDITION (self), NULL);

  return self->explain;
}
