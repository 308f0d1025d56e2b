#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-catalog-content-private.h"

#include "coach-avoid-entry-private.h"
#include "coach-catalog-checks-private.h"
#include "coach-condition-private.h"
#include "coach-movement-private.h"
#include "coach-pain-guide-private.h"
#include "coach-routine-private.h"
#include "coach-safety-guide-private.h"
#include "coach-screening-private.h"
#include "coach-trait-private.h"

/* Reads what one file holds into a catalogue, from a reader at the beginning of the file. What is
 * wrong stays in the reader, for coach_content_reader_finish() to tell. */

/* Reads one element of an array. */
typedef void (*ReadFunc) (CoachCatalog       *self,
                          CoachContentReader *reader);

/* Reads a file that is an array of objects. */
static void
read_array (CoachCatalog       *self,
            CoachContentReader *reader,
            ReadFunc            func)
{
  guint n = coach_content_reader_begin_array (reader, NULL, 1, 200);

  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      func (self, reader);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
}

static void
read_trait (CoachCatalog       *self,
            CoachContentReader *reader)
{
  g_autoptr (CoachTrait) trait = coach_trait_read (reader);

  if (coach_content_reader_failed (reader))
    return;
  if (coach_catalog_lookup_trait (self, coach_trait_get_id (trait)) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id", "%s stands twice",
                               coach_trait_get_id (trait));
  else
    coach_catalog_add_trait (self, trait);
}

void
coach_catalog_read_traits (CoachCatalog       *self,
                           CoachContentReader *reader)
{
  read_array (self, reader, read_trait);
}

static void
read_condition (CoachCatalog       *self,
                CoachContentReader *reader)
{
  g_autoptr (CoachCondition) condition = coach_condition_read (reader);

  if (coach_content_reader_failed (reader))
    return;
  if (coach_catalog_lookup_condition (self, coach_condition_get_id (condition)) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id", "%s stands twice",
                               coach_condition_get_id (condition));
  else
    coach_catalog_add_condition (self, condition);
}

void
coach_catalog_read_conditions (CoachCatalog       *self,
                               CoachContentReader *reader)
{
  read_array (self, reader, read_condition);
  if (!coach_content_reader_failed (reader)
      && coach_catalog_lookup_condition (self, COACH_BASE_CONDITION) == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, NULL,
                               "lacks " COACH_BASE_CONDITION);
}

/* A rule that says less than the one for everybody would never be heard. The file may have them in
 * any order. */
static void
check_against_base (CoachCatalog       *self,
                    CoachContentReader *reader,
                    CoachRule          *rule)
{
  const CoachRule *base = coach_catalog_lookup_rule (self, COACH_BASE_CONDITION, rule->trait);
  GListModel *conditions = coach_catalog_get_conditions (self);

  if (base != NULL && base->level > rule->level)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "verdict",
                               "is weaker than the rule of " COACH_BASE_CONDITION);
  if (!g_str_equal (rule->condition, COACH_BASE_CONDITION))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (conditions); i++)
    {
      g_autoptr (CoachCondition) condition = g_list_model_get_item (conditions, i);
      const char *id = coach_condition_get_id (condition);
      const CoachRule *other = coach_catalog_lookup_rule (self, id, rule->trait);

      if (other != NULL && other->level < rule->level)
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "verdict",
                                   "is stronger than the rule of %s", id);
    }
}

static void
check_rule (CoachCatalog       *self,
            CoachContentReader *reader,
            CoachRule          *rule)
{
  if (coach_catalog_lookup_condition (self, rule->condition) == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "condition", "%s is unknown",
                               rule->condition);
  if (coach_catalog_lookup_trait (self, rule->trait) == NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "trait", "%s is unknown",
                               rule->trait);
  if (coach_catalog_lookup_rule (self, rule->condition, rule->trait) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, NULL,
                               "the pair of %s and %s stands twice", rule->condition, rule->trait);
  check_against_base (self, reader, rule);
}

static void
read_rule (CoachCatalog       *self,
           CoachContentReader *reader)
{
  static const char * const levels[] = { "caution", "avoid", NULL };
  g_autoptr (CoachRule) rule = g_new0 (CoachRule, 1);

  rule->condition = coach_content_reader_dup_id (reader, "condition");
  rule->trait = coach_content_reader_dup_id (reader, "trait");
  rule->level = coach_content_reader_get_choice (reader, "verdict", levels) == 0
                    ? COACH_VERDICT_CAUTION
                    : COACH_VERDICT_AVOID;
  rule->reason = coach_content_reader_dup_text (reader, "reason", "rule reason", 130);
  if (coach_content_reader_failed (reader))
    return;
  check_rule (self, reader, rule);
  if (!coach_content_reader_failed (reader))
    coach_catalog_take_rule (self, g_steal_pointer (&rule));
}

void
coach_catalog_read_rules (CoachCatalog       *self,
                          CoachContentReader *reader)
{
  g_auto (GStrv) verdicts = NULL;
  guint n;

  coach_content_reader_begin_root (reader);
  verdicts = coach_content_reader_dup_ids (reader, "verdicts", 3, 3);
  if (!coach_content_reader_failed (reader)
      && !g_strv_equal ((const char * const *) verdicts,
                        (const char * const[]) { "allow", "caution", "avoid", NULL }))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "verdicts",
                               "must be allow, caution, avoid");
  n = coach_content_reader_begin_array (reader, "rules", 1, 2000);
  for (guint i = 0; i < n && !coach_content_reader_failed (reader); i++)
    {
      coach_content_reader_begin_element (reader, i);
      read_rule (self, reader);
      coach_content_reader_end (reader);
    }
  coach_content_reader_end (reader);
  coach_content_reader_end (reader);
}

void
coach_catalog_read_screening (CoachCatalog       *self,
                              CoachContentReader *reader)
{
  coach_catalog_take_screening (self, coach_screening_read (self, reader));
}

void
coach_catalog_read_safety (CoachCatalog       *self,
                           CoachContentReader *reader)
{
  coach_catalog_take_safety_guide (self, coach_safety_guide_read (reader));
}

void
coach_catalog_read_pain (CoachCatalog       *self,
                         CoachContentReader *reader)
{
  coach_catalog_take_pain_guide (self, coach_pain_guide_read (self, reader));
}

void
coach_catalog_read_movement (CoachCatalog       *self,
                             CoachContentReader *reader)
{
  g_autoptr (CoachMovement) movement = NULL;

  coach_content_reader_begin_root (reader);
  movement = coach_movement_read (reader);
  coach_content_reader_end (reader);
  coach_catalog_check_move (self, reader, COACH_MOVE (movement));
  if (!coach_content_reader_failed (reader))
    coach_catalog_add_movement (self, movement);
}

void
coach_catalog_read_avoid_entry (CoachCatalog       *self,
                                CoachContentReader *reader)
{
  g_autoptr (CoachAvoidEntry) entry = NULL;

  coach_content_reader_begin_root (reader);
  entry = coach_avoid_entry_read (reader);
  coach_content_reader_end (reader);
  coach_catalog_check_move (self, reader, COACH_MOVE (entry));
  if (!coach_content_reader_failed (reader))
    coach_catalog_add_avoid_entry (self, entry);
}

void
coach_catalog_read_routine (CoachCatalog       *self,
                            CoachContentReader *reader)
{
  g_autoptr (CoachRoutine) routine = NULL;

  coach_content_reader_begin_root (reader);
  routine = coach_routine_read (self, reader);
  coach_content_reader_end (reader);
  if (coach_content_reader_failed (reader))
    return;
  coach_catalog_check_file_name (reader, coach_routine_get_id (routine));
  coach_catalog_add_routine (self, routine);
}
