#define G_LOG_DOMAIN "coach-catalog"

#include "config.h"

#include "coach-catalog-checks-private.h"

#include <string.h>

/* What the files of a catalogue must agree on among themselves. */

/* The id is the name of the file: that is how files find each other. */
void
coach_catalog_check_file_name (CoachContentReader *reader,
                               const char         *id)
{
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *name = g_path_get_basename (coach_content_reader_get_file (reader));

  if (!g_str_equal (file, name))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id",
                               "is %s, but the file must then be called %s", id, file);
}

typedef gboolean (*IsKnownFunc) (CoachCatalog *self,
                                 const char   *id);

static gboolean
is_trait (CoachCatalog *self,
          const char   *id)
{
  return coach_catalog_lookup_trait (self, id) != NULL;
}

static gboolean
is_condition (CoachCatalog *self,
              const char   *id)
{
  return coach_catalog_lookup_condition (self, id) != NULL;
}

static void
check_ids (CoachCatalog       *self,
           CoachContentReader *reader,
           const char         *member,
           const char * const *ids,
           IsKnownFunc         is_known)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member, i);

      if (!is_known (self, ids[i]))
        coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, where, "%s is unknown",
                                   ids[i]);
    }
}

/* @member of what the reader stands in has named traits. */
void
coach_catalog_check_trait_ids (CoachCatalog       *self,
                               CoachContentReader *reader,
                               const char         *member,
                               const char * const *ids)
{
  check_ids (self, reader, member, ids, is_trait);
}

void
coach_catalog_check_condition_ids (CoachCatalog       *self,
                                   CoachContentReader *reader,
                                   const char         *member,
                                   const char * const *ids)
{
  check_ids (self, reader, member, ids, is_condition);
}

static void
check_severity (CoachCatalog       *self,
                CoachContentReader *reader,
                CoachAvoidEntry    *entry)
{
  CoachVerdictLevel level;

  level = coach_catalog_get_level (self, (const char * const[]) { NULL }, COACH_MOVE (entry));
  if (level < coach_avoid_entry_get_severity (entry))
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "severity",
                               "is worse than the rules say of its traits (%s)",
                               coach_verdict_level_get_id (level));
}

static void
check_base_verdict (CoachCatalog       *self,
                    CoachContentReader *reader,
                    CoachMove          *move)
{
  if (coach_catalog_get_level (self, (const char * const[]) { NULL }, move) == COACH_VERDICT_AVOID)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_INVALID, "traits",
                               "make it a move to avoid for everybody");
}

/* What can be said of a move from its own text, the traits and the rules. */
static void
check_traits (CoachCatalog       *self,
              CoachContentReader *reader,
              CoachMove          *move)
{
  coach_catalog_check_trait_ids (self, reader, "traits", coach_move_get_traits (move));
  if (COACH_IS_AVOID_ENTRY (move))
    check_severity (self, reader, COACH_AVOID_ENTRY (move));
  else
    check_base_verdict (self, reader, move);
}

/* Checks this, and that the move fits into the catalogue read so far. */
void
coach_catalog_check_move (CoachCatalog       *self,
                          CoachContentReader *reader,
                          CoachMove          *move)
{
  if (coach_content_reader_failed (reader))
    return;
  coach_catalog_check_file_name (reader, coach_move_get_id (move));
  if (coach_catalog_lookup_move (self, coach_move_get_id (move)) != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, "id",
                               "%s is a movement and a move to avoid", coach_move_get_id (move));
  check_traits (self, reader, move);
}

/* Where and why a reference leads nowhere. */
typedef struct
{
  char       *member; /* (owned) (nullable): NULL when nothing is wrong */
  const char *id;
  const char *what;
} Fault;

static void
clear_fault (Fault *fault)
{
  g_clear_pointer (&fault->member, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fault, clear_fault)

/* What a move names as its substitutes must be movements, and other ones. */
static Fault
find_instead_fault (CoachCatalog *self,
                    CoachMove    *move)
{
  const char * const *instead = coach_move_get_instead (move);

  for (guint i = 0; instead[i] != NULL; i++)
    {
      const char *what = NULL;

      if (g_str_equal (instead[i], coach_move_get_id (move)))
        what = "is the move itself";
      else if (coach_catalog_lookup_movement (self, instead[i]) == NULL)
        what = "is not a movement";
      if (what != NULL)
        return (Fault) { g_strdup_printf ("instead[%u]", i), instead[i], what };
    }
  return (Fault) { NULL };
}

/* The gentler variant of a movement is another one, and never a harder one. */
static Fault
find_easier_fault (CoachCatalog  *self,
                   CoachMovement *movement)
{
  const char *id = coach_movement_get_easier (movement);
  CoachMovement *easier = id != NULL ? coach_catalog_lookup_movement (self, id) : NULL;
  const char *what = NULL;

  if (id == NULL)
    return (Fault) { NULL };
  if (g_str_equal (id, coach_move_get_id (COACH_MOVE (movement))))
    what = "is the move itself";
  else if (easier == NULL)
    what = "is not a movement";
  else if (coach_movement_get_level (easier) > coach_movement_get_level (movement))
    what = "has a higher level";
  return what != NULL ? (Fault) { g_strdup ("easier"), id, what } : (Fault) { NULL };
}

/* Following the gentler variants must end. Call only when each of them is a movement. */
static Fault
find_circle (CoachCatalog  *self,
             CoachMovement *movement)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (CoachMovement *here = movement; here != NULL;)
    {
      const char *id = coach_movement_get_easier (here);

      if (!g_hash_table_add (seen, here))
        return (Fault) { g_strdup ("easier"), coach_movement_get_easier (movement),
                         "leads round in a circle" };
      here = id != NULL ? coach_catalog_lookup_movement (self, id) : NULL;
    }
  return (Fault) { NULL };
}

static Fault
find_fault (CoachCatalog *self,
            CoachMove    *move)
{
  Fault fault = find_instead_fault (self, move);

  return fault.member == NULL && COACH_IS_MOVEMENT (move)
             ? find_easier_fault (self, COACH_MOVEMENT (move))
             : fault;
}

/* What can be said of a move that is not part of the catalogue, and may share an id with one. */
void
coach_catalog_check_outside_move (CoachCatalog       *self,
                                  CoachContentReader *reader,
                                  CoachMove          *move)
{
  g_auto (Fault) fault = { NULL };

  if (coach_content_reader_failed (reader))
    return;
  check_traits (self, reader, move);
  fault = find_fault (self, move);
  if (fault.member != NULL)
    coach_content_reader_fail (reader, COACH_CATALOG_ERROR_REFERENCE, fault.member, "%s %s",
                               fault.id, fault.what);
}

static Fault
find_name_fault (GHashTable *names,
                 CoachMove  *move)
{
  const char *name = coach_move_get_english_name (move);

  return g_hash_table_add (names, g_utf8_casefold (name, -1))
             ? (Fault) { NULL }
             : (Fault) { g_strdup ("name"), name, "is the name of another move" };
}

static gboolean
check_references_of (CoachCatalog  *self,
                     CoachMove     *move,
                     GHashTable    *names,
                     GError       **error)
{
  g_auto (Fault) fault = find_name_fault (names, move);

  if (fault.member == NULL)
    fault = find_fault (self, move);
  if (fault.member == NULL && COACH_IS_MOVEMENT (move))
    fault = find_circle (self, COACH_MOVEMENT (move));
  if (fault.member == NULL)
    return TRUE;
  g_set_error (error, COACH_CATALOG_ERROR, COACH_CATALOG_ERROR_REFERENCE, "%s/%s.json: %s: %s %s",
               COACH_IS_MOVEMENT (move) ? "movements" : "avoid", coach_move_get_id (move),
               fault.member, fault.id, fault.what);
  return FALSE;
}

/* Checks what moves say of one another, once all have been read. */
gboolean
coach_catalog_check_references (CoachCatalog  *self,
                                GError       **error)
{
  GListModel *lists[] = { coach_catalog_get_movements (self),
                          coach_catalog_get_avoid_entries (self) };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < g_list_model_get_n_items (lists[list]); i++)
      {
        g_autoptr (CoachMove) move = g_list_model_get_item (lists[list], i);

        if (!check_references_of (self, move, names, error))
          return FALSE;
      }
  return TRUE;
}
