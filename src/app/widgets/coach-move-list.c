#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-move-list.h"

#include "coach-move-row.h"

struct _CoachMoveList
{
  GtkWidget   parent_instance;

  GPtrArray  *moves;   /* (owned) (element-type CoachMove): what the rows show */

  GtkWidget  *content;
  GtkLabel   *heading;
  GtkListBox *rows;
};

typedef enum
{
  PROP_HEADING = 1,
} CoachMoveListProperty;

static GParamSpec *properties[PROP_HEADING + 1];

/**
 * CoachMoveList:
 *
 * Moves to choose from, under a heading. Invisible without moves.
 */
G_DEFINE_FINAL_TYPE (CoachMoveList, coach_move_list, GTK_TYPE_WIDGET)

static gboolean
shows (CoachMoveList *self,
       GPtrArray     *moves)
{
  if (moves->len != self->moves->len)
    return FALSE;
  for (guint i = 0; i < moves->len; i++)
    if (g_ptr_array_index (moves, i) != g_ptr_array_index (self->moves, i))
      return FALSE;
  return TRUE;
}

static void
coach_move_list_set_property (GObject      *object,
                              guint         id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  CoachMoveList *self = COACH_MOVE_LIST (object);

  switch ((CoachMoveListProperty) id)
    {
    case PROP_HEADING:
      gtk_label_set_text (self->heading, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_move_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_MOVE_LIST);

  G_OBJECT_CLASS (coach_move_list_parent_class)->dispose (object);
}

static void
coach_move_list_finalize (GObject *object)
{
  g_ptr_array_unref (COACH_MOVE_LIST (object)->moves);

  G_OBJECT_CLASS (coach_move_list_parent_class)->finalize (object);
}

static void
coach_move_list_class_init (CoachMoveListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = coach_move_list_set_property;
  object_class->dispose = coach_move_list_dispose;
  object_class->finalize = coach_move_list_finalize;

  properties[PROP_HEADING] = g_param_spec_string (
      "heading", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/widgets/coach-move-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachMoveList, content);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveList, heading);
  gtk_widget_class_bind_template_child (widget_class, CoachMoveList, rows);
}

static void
coach_move_list_init (CoachMoveList *self)
{
  self->moves = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_move_list_set_moves:
 * @self: a list
 * @context: the content and the person
 * @moves: (element-type CoachMove): what to show
 *
 * Shows moves. Rows stay, and with them the focus, when they are the same ones in the same order.
 */
void
coach_move_list_set_moves (CoachMoveList   *self,
                           CoachAppContext *context,
                           GPtrArray       *moves)
{
  GtkWidget *row;

  g_return_if_fail (COACH_IS_MOVE_LIST (self));
  g_return_if_fail (COACH_IS_APP_CONTEXT (context));
  g_return_if_fail (moves != NULL);

  gtk_widget_set_visible (GTK_WIDGET (self), moves->len > 0);
  if (shows (self, moves))
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  g_ptr_array_set_size (self->moves, 0);
  for (guint i = 0; i < moves->len; i++)
    {
      CoachMove *move = g_ptr_array_index (moves, i);

      g_ptr_array_add (self->moves, g_object_ref (move));
      gtk_list_box_append (self->rows, coach_move_row_new (context, move));
    }
}
