#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-orders-page.h"

#include <glib/gi18n.h>

#include "coach-order-row.h"
#include "coach-phrases.h"

struct _CoachOrdersPage
{
  AdwPreferencesPage   parent_instance;

  CoachAppContext     *context;   /* (owned) (not nullable), given at construction */
  GPtrArray           *move_rows; /* (owned) (element-type GtkWidget): unowned rows */
  gboolean             has_traits;

  AdwPreferencesGroup *moves_group;
  AdwPreferencesGroup *traits_group;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachOrdersPageProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

/**
 * CoachOrdersPage:
 *
 * What a clinician forbade or allowed, and what the person does not want: of moves, and of all that
 * moves do to the body.
 */
G_DEFINE_FINAL_TYPE (CoachOrdersPage, coach_orders_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
get_name (CoachOrdersPage *self,
          const char      *id)
{
  CoachMove *move = coach_catalog_lookup_move (coach_app_context_get_catalog (self->context), id);

  return move != NULL ? coach_move_get_name (move) : _("A move that only a newer Lowtide knows");
}

static void
remove_clicked_cb (GtkButton       *button,
                   CoachOrdersPage *self)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "move"));

  coach_profile_set_move_order (coach_app_context_get_profile (self->context), id,
                                COACH_ORDER_NONE);
}

static GtkWidget *
make_remove_button (CoachOrdersPage *self,
                    const char      *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = NULL;

  /* Translators: %s is the name of a move; a button that takes back what was said of it */
  label = g_strdup_printf (_("Let the rules decide about “%s”"), get_name (self, id));
  gtk_widget_set_tooltip_text (button, _("Let the rules decide"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "move", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
make_move_row (CoachOrdersPage *self,
               const char      *id)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, id));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      coach_phrases_get_order (coach_profile_get_move_order (profile, id)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (self, id));
  return row;
}

static GtkWidget *
make_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _("You can say it on the page of a move, under “For me”."));
  return row;
}

static void
add_move_row (CoachOrdersPage *self,
              GtkWidget       *row)
{
  adw_preferences_group_add (self->moves_group, row);
  g_ptr_array_add (self->move_rows, row);
}

static void
fill_moves (CoachOrdersPage *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  g_auto (GStrv) ids = coach_profile_dup_ordered_moves (profile);

  for (guint i = 0; i < self->move_rows->len; i++)
    adw_preferences_group_remove (self->moves_group, g_ptr_array_index (self->move_rows, i));
  g_ptr_array_set_size (self->move_rows, 0);
  for (guint i = 0; ids[i] != NULL; i++)
    add_move_row (self, make_move_row (self, ids[i]));
  if (ids[0] == NULL)
    add_move_row (self, make_empty_row ());
}

static void
trait_order_chosen_cb (CoachOrderRow   *row,
                       CoachOrdersPage *self)
{
  coach_profile_set_trait_order (coach_app_context_get_profile (self->context),
                                 coach_trait_get_id (g_object_get_data (G_OBJECT (row), "trait")),
                                 coach_order_row_get_order (row));
}

static void
add_trait (CoachOrdersPage *self,
           CoachTrait      *trait)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  GtkWidget *row;

  row = coach_order_row_new (coach_trait_get_name (trait), coach_trait_get_meaning (trait));
  coach_order_row_set_order (COACH_ORDER_ROW (row),
                             coach_profile_get_trait_order (profile, coach_trait_get_id (trait)));
  g_object_set_data_full (G_OBJECT (row), "trait", g_object_ref (trait), g_object_unref);
  g_signal_connect_object (row, "chosen", G_CALLBACK (trait_order_chosen_cb), self, 0);
  adw_preferences_group_add (self->traits_group, row);
}

/* Made when the page is seen first: there are many, and the window shows another one. */
static void
fill_traits (CoachOrdersPage *self)
{
  GListModel *traits;

  if (self->has_traits)
    return;
  self->has_traits = TRUE;
  traits = coach_catalog_get_traits (coach_app_context_get_catalog (self->context));
  for (guint i = 0; i < g_list_model_get_n_items (traits); i++)
    {
      g_autoptr (CoachTrait) trait = g_list_model_get_item (traits, i);

      add_trait (self, trait);
    }
}

static void
profile_changed_cb (CoachOrdersPage *self)
{
  fill_moves (self);
}

static void
coach_orders_page_constructed (GObject *object)
{
  CoachOrdersPage *self = COACH_ORDERS_PAGE (object);

  G_OBJECT_CLASS (coach_orders_page_parent_class)->constructed (object);

  self->move_rows = g_ptr_array_new ();
  fill_moves (self);
  g_signal_connect_object (coach_app_context_get_profile (self->context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
coach_orders_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (coach_orders_page_parent_class)->map (widget);
  fill_traits (COACH_ORDERS_PAGE (widget));
}

static void
coach_orders_page_set_property (GObject      *object,
                                guint         id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CoachOrdersPage *self = COACH_ORDERS_PAGE (object);

  switch ((CoachOrdersPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_orders_page_dispose (GObject *object)
{
  CoachOrdersPage *self = COACH_ORDERS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_ORDERS_PAGE);
  g_clear_pointer (&self->move_rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_orders_page_parent_class)->dispose (object);
}

static void
coach_orders_page_class_init (CoachOrdersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_orders_page_constructed;
  object_class->set_property = coach_orders_page_set_property;
  object_class->dispose = coach_orders_page_dispose;
  widget_class->map = coach_orders_page_map;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-orders-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachOrdersPage, moves_group);
  gtk_widget_class_bind_template_child (widget_class, CoachOrdersPage, traits_group);
}

static void
coach_orders_page_init (CoachOrdersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_orders_page_new:
 * @context: what pages are given
 *
 * Makes the page. What is chosen counts at once.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_orders_page_new (CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_ORDERS_PAGE, "context", context, NULL);
}
