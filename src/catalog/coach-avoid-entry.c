#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-avoid-entry.h"
#include "coach-avoid-entry-private.h"

#include "coach-term.h"

struct _CoachAvoidEntry
{
  CoachMove           parent_instance;

  char              **synonyms;         /* translated */
  char              **english_synonyms;
  char               *why;              /* translated, as the next two */
  char               *if_flared;
  char               *until;
  char               *source;
  CoachVerdictLevel   severity;
  gboolean            common;           /* whether most people meet it */
};

/**
 * CoachAvoidEntry:
 *
 * A move to leave out: the names people use for it, why, and what to do instead. Immutable.
 */
G_DEFINE_FINAL_TYPE (CoachAvoidEntry, coach_avoid_entry, COACH_TYPE_MOVE)

static void
coach_avoid_entry_finalize (GObject *object)
{
  CoachAvoidEntry *self = COACH_AVOID_ENTRY (object);

  g_strfreev (self->synonyms);
  g_strfreev (self->english_synonyms);
  g_free (self->why);
  g_free (self->if_flared);
  g_free (self->until);
  g_free (self->source);

  G_OBJECT_CLASS (coach_avoid_entry_parent_class)->finalize (object);
}

static void
coach_avoid_entry_class_init (CoachAvoidEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = coach_avoid_entry_finalize;
}

static void
coach_avoid_entry_init (CoachAvoidEntry *self)
{
}

static void
read_synonyms (CoachAvoidEntry    *self,
               CoachContentReader *reader)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  self->english_synonyms = coach_content_reader_dup_strings (reader, "synonyms", 3, 12, 40);
  for (guint i = 0; self->english_synonyms[i] != NULL; i++)
    {
      g_autofree char *text = coach_content_reader_translate (reader, "avoid synonym",
                                                              self->english_synonyms[i]);

      g_strv_builder_add (builder, text);
    }
  self->synonyms = g_strv_builder_end (builder);
}

/* Takes a move to avoid from the object the reader stands in. */
CoachAvoidEntry *
coach_avoid_entry_read (CoachContentReader *reader)
{
  static const char * const severities[] = { "modify", "avoid", NULL };
  CoachAnimationLimits animation = { .min_keys = 2, .max_keys = 2 };
  CoachAvoidEntry *self = g_object_new (COACH_TYPE_AVOID_ENTRY, NULL);

  coach_move_read (COACH_MOVE (self), reader, "avoid name", 1);
  read_synonyms (self, reader);
  self->why = coach_content_reader_dup_text (reader, "why", "avoid why", 240);
  self->severity = coach_content_reader_get_choice (reader, "severity", severities) == 0
                       ? COACH_VERDICT_CAUTION
                       : COACH_VERDICT_AVOID;
  self->if_flared = coach_content_reader_dup_text (reader, "ifFlared", "avoid if flared", 200);
  self->until = coach_content_reader_dup_text (reader, "until", "avoid until", 200);
  self->source = coach_content_reader_dup_string (reader, "source", 200);
  if (coach_content_reader_has (reader, "common"))
    self->common = coach_content_reader_get_boolean (reader, "common");
  animation.props = coach_term_list_ids (COACH_TERM_PROP);
  coach_move_read_animation (COACH_MOVE (self), reader, &animation);
  return self;
}

/**
 * coach_avoid_entry_get_synonyms:
 * @self: a avoid entry
 *
 * Gets the other names people use for it, translated.
 *
 * Returns: (transfer none) (array zero-terminated=1): names
 */
const char * const *
coach_avoid_entry_get_synonyms (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), NULL);

  return (const char * const *) self->synonyms;
}

/**
 * coach_avoid_entry_get_english_synonyms:
 * @self: a avoid entry
 *
 * Gets the other names as the content file has them.
 *
 * Returns: (transfer none) (array zero-terminated=1): names
 */
const char * const *
coach_avoid_entry_get_english_synonyms (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), NULL);

  return (const char * const *) self->english_synonyms;
}

/**
 * coach_avoid_entry_get_why:
 * @self: a avoid entry
 *
 * Gets why it is left out, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_avoid_entry_get_why (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), NULL);

  return self->why;
}

/**
 * coach_avoid_entry_get_severity:
 * @self: a avoid entry
 *
 * Gets how firmly it is advised against: avoid, or caution for what cannot be given up but only
 * changed.
 *
 * Returns: caution or avoid
 */
CoachVerdictLevel
coach_avoid_entry_get_severity (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), COACH_VERDICT_AVOID);

  return self->severity;
}

/**
 * coach_avoid_entry_get_if_flared:
 * @self: a avoid entry
 *
 * Gets what to do when it was done and things flared up, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_avoid_entry_get_if_flared (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), NULL);

  return self->if_flared;
}

/**
 * coach_avoid_entry_get_until:
 * @self: a avoid entry
 *
 * Gets when it may come back, translated.
 *
 * Returns: (transfer none): a sentence
 */
const char *
coach_avoid_entry_get_until (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), NULL);

  return self->until;
}

/**
 * coach_avoid_entry_get_source:
 * @self: a avoid entry
 *
 * Gets where the advice comes from.
 *
 * Returns: (transfer none): a text
 */
const char *
coach_avoid_entry_get_source (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), NULL);

  return self->source;
}

/**
 * coach_avoid_entry_is_common:
 * @self: a move to avoid
 *
 * Gets whether it is one of those that most people are told to do, and that are named first.
 *
 * Returns: whether it is common
 */
gboolean
coach_avoid_entry_is_common (CoachAvoidEntry *self)
{
  g_return_val_if_fail (COACH_IS_AVOID_ENTRY (self), FALSE);

  return self->common;
}
