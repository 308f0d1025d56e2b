#define G_LOG_DOMAIN "lowtidectl"

#include "config.h"

#include <glib/gi18n.h>

#include "coach-ctl.h"

/* What may be listed. The name is typed, and is the member's name in JSON. */
typedef struct
{
  const char  *name;
  const char  *heading; /* to be translated */
  guint        n_columns;
  GListModel *(*get_items) (CoachCatalog *catalog);
  void        (*add_members) (CoachCtl *ctl, gpointer item);
  void        (*add_row) (CoachCtl *ctl, gpointer item, CoachCtlTable *table);
} Kind;

static CoachVerdictLevel
judge_move (CoachCtl  *ctl,
            CoachMove *move)
{
  return coach_safety_get_level (ctl->catalog, ctl->profile, move);
}

static CoachVerdictLevel
judge_routine (CoachCtl     *ctl,
               CoachRoutine *routine)
{
  g_autoptr (GPtrArray) verdicts = coach_verdicts_for_routine (ctl->catalog, ctl->profile, routine);

  return coach_verdicts_get_worst (verdicts);
}

static void
add_move_members (CoachCtl *ctl,
                  gpointer  item)
{
  CoachMove *move = item;

  coach_ctl_add_string (ctl->json, "id", coach_move_get_id (move));
  coach_ctl_add_string (ctl->json, "name", coach_move_get_name (move));
  coach_ctl_add_string (ctl->json, "verdict",
                        coach_verdict_level_get_id (judge_move (ctl, move)));
}

static void
add_movement_members (CoachCtl *ctl,
                      gpointer  item)
{
  CoachMovement *movement = item;

  add_move_members (ctl, item);
  coach_ctl_add_string (ctl->json, "group", coach_movement_get_group (movement));
  coach_ctl_add_string (ctl->json, "position", coach_movement_get_position (movement));
  coach_ctl_add_strings (ctl->json, "equipment", coach_movement_get_equipment (movement));
  coach_ctl_add_int (ctl->json, "level", coach_movement_get_level (movement));
}

static void
add_move_row (CoachCtl      *ctl,
              gpointer       item,
              CoachCtlTable *table)
{
  CoachMove *move = item;

  coach_ctl_table_add_row (table, coach_move_get_id (move), coach_move_get_name (move),
                           coach_ctl_get_level_word (judge_move (ctl, move)), NULL);
}

static void
add_routine_members (CoachCtl *ctl,
                     gpointer  item)
{
  CoachRoutine *routine = item;

  coach_ctl_add_string (ctl->json, "id", coach_routine_get_id (routine));
  coach_ctl_add_string (ctl->json, "name", coach_routine_get_title (routine));
  coach_ctl_add_string (ctl->json, "verdict",
                        coach_verdict_level_get_id (judge_routine (ctl, routine)));
  coach_ctl_add_int (ctl->json, "minutes", coach_routine_get_minutes (routine));
  coach_ctl_add_strings (ctl->json, "equipment", coach_routine_get_equipment (routine));
  coach_ctl_add_int (ctl->json, "level", coach_routine_get_level (routine));
}

static void
add_routine_row (CoachCtl      *ctl,
                 gpointer       item,
                 CoachCtlTable *table)
{
  CoachRoutine *routine = item;
  guint minutes = coach_routine_get_minutes (routine);
  /* Translators: the length of a routine in a list. */
  g_autofree char *length = g_strdup_printf (ngettext ("%2u min", "%2u min", minutes), minutes);

  coach_ctl_table_add_row (table, coach_routine_get_id (routine), coach_routine_get_title (routine),
                           length, coach_ctl_get_level_word (judge_routine (ctl, routine)), NULL);
}

static void
add_condition_members (CoachCtl *ctl,
                       gpointer  item)
{
  coach_ctl_add_string (ctl->json, "id", coach_condition_get_id (item));
  coach_ctl_add_string (ctl->json, "name", coach_condition_get_name (item));
}

static void
add_condition_row (CoachCtl      *ctl,
                   gpointer       item,
                   CoachCtlTable *table)
{
  coach_ctl_table_add_row (table, coach_condition_get_id (item), coach_condition_get_name (item),
                           NULL);
}

static void
add_trait_members (CoachCtl *ctl,
                   gpointer  item)
{
  coach_ctl_add_string (ctl->json, "id", coach_trait_get_id (item));
  coach_ctl_add_string (ctl->json, "name", coach_trait_get_name (item));
  coach_ctl_add_string (ctl->json, "meaning", coach_trait_get_meaning (item));
}

static void
add_trait_row (CoachCtl      *ctl,
               gpointer       item,
               CoachCtlTable *table)
{
  coach_ctl_table_add_row (table, coach_trait_get_id (item), coach_trait_get_name (item), NULL);
}

static const Kind kinds[] = {
  { "movements", N_ ("Movements"), 3, coach_catalog_get_movements, add_movement_members,
    add_move_row },
  { "avoid", N_ ("Moves to avoid"), 3, coach_catalog_get_avoid_entries, add_move_members,
    add_move_row },
  { "routines", N_ ("Routines"), 4, coach_catalog_get_routines, add_routine_members,
    add_routine_row },
  { "conditions", N_ ("Conditions"), 2, coach_catalog_get_conditions, add_condition_members,
    add_condition_row },
  { "traits", N_ ("Traits"), 2, coach_catalog_get_traits, add_trait_members, add_trait_row },
};

static void
add_kind (CoachCtl   *ctl,
          const Kind *kind)
{
  GListModel *items = kind->get_items (ctl->catalog);

  json_builder_set_member_name (ctl->json, kind->name);
  json_builder_begin_array (ctl->json);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      json_builder_begin_object (ctl->json);
      kind->add_members (ctl, item);
      json_builder_end_object (ctl->json);
    }
  json_builder_end_array (ctl->json);
}

static void
print_kind (CoachCtl   *ctl,
            const Kind *kind,
            const char *indent)
{
  GListModel *items = kind->get_items (ctl->catalog);
  g_autoptr (CoachCtlTable) table = coach_ctl_table_new (kind->n_columns);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      kind->add_row (ctl, item, table);
    }
  coach_ctl_table_print (table, indent, ctl->text);
}

static const Kind *
find_kind (const char  *name,
           GError     **error)
{
  g_autofree char *safe = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  safe = coach_ctl_dup_safe (name);
  g_set_error (error, COACH_CTL_ERROR, COACH_CTL_ERROR_USAGE,
               _("“%s” cannot be listed; known are: %s"), safe,
               "movements, avoid, routines, conditions, traits");
  return NULL;
}

/* Every kind under its heading; a kind that was asked for needs none. */
static void
list_all (CoachCtl *ctl)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (ctl->json != NULL)
        {
          add_kind (ctl, &kinds[i]);
          continue;
        }
      coach_ctl_print_heading (ctl->text, _(kinds[i].heading));
      print_kind (ctl, &kinds[i], "  ");
    }
}

/**
 * coach_ctl_list:
 * @ctl: the program; its operand is a kind of content, or missing
 *
 * Lists the content of one kind, or of all.
 *
 * Returns: fine
 * Throws: %COACH_CTL_ERROR_USAGE
 */
CoachCtlStatus
coach_ctl_list (CoachCtl  *ctl,
                GError   **error)
{
  const Kind *kind = NULL;

  if (ctl->operands[0] != NULL)
    {
      kind = find_kind (ctl->operands[0], error);
      if (kind == NULL)
        return COACH_CTL_USAGE;
    }
  if (ctl->json != NULL)
    json_builder_begin_object (ctl->json);
  if (kind == NULL)
    list_all (ctl);
  else if (ctl->json != NULL)
    add_kind (ctl, kind);
  else
    print_kind (ctl, kind, "");
  if (ctl->json != NULL)
    json_builder_end_object (ctl->json);
  return COACH_CTL_FINE;
}
