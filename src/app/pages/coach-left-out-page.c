#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-left-out-page.h"

#include <glib/gi18n.h>

#include "coach-phrases.h"

struct _CoachLeftOutPage
{
  AdwPreferencesPage   parent_instance;

  CoachAppContext     *context; /* (owned) (not nullable), given at construction */
  GPtrArray           *rows;    /* (owned) (element-type GtkWidget): unowned rows */

  AdwPreferencesGroup *group;
};

typedef enum
{
  PROP_CONTEXT = 1,
} CoachLeftOutPageProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

enum
{
  SIGNAL_TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is needed to leave a move out again. */
typedef struct
{
  CoachProfile *profile; /* (owned) */
  char         *move;    /* (owned) */
  GDate         since;
  GDate         until; /* not valid when there is no end */
} Undo;

/**
 * CoachLeftOutPage:
 *
 * The moves that are left out for a while because they hurt, each to be taken in again with one
 * press.
 */
G_DEFINE_FINAL_TYPE (CoachLeftOutPage, coach_left_out_page, ADW_TYPE_PREFERENCES_PAGE)

static void
undo_free (gpointer  data,
           GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->profile);
  g_free (undo->move);
  g_free (undo);
}

static void
undo_clicked_cb (AdwToast *toast,
                 gpointer  user_data)
{
  const Undo *undo = user_data;

  coach_profile_bench (undo->profile, undo->move, &undo->since,
                       g_date_valid (&undo->until) ? &undo->until : NULL);
}

static const char *
get_name (CoachLeftOutPage *self,
          const char       *id)
{
  CoachMove *move = coach_catalog_lookup_move (coach_app_context_get_catalog (self->context), id);

  return move != NULL ? coach_move_get_name (move) : _("A move that only a newer Lowtide knows");
}

static AdwToast *
make_toast (CoachLeftOutPage *self,
            const CoachBench *bench)
{
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  Undo *undo = g_new0 (Undo, 1);
  AdwToast *toast;

  undo->profile = g_object_ref (coach_app_context_get_profile (self->context));
  undo->move = g_strdup (bench->move);
  undo->since = bench->since;
  undo->until = bench->until;
  /* Translators: %s is the name of a move */
  title = g_strdup_printf (_("“%s” is offered again"), get_name (self, bench->move));
  escaped = g_markup_escape_text (title, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), undo, undo_free, 0);
  return toast;
}

static void
take_in_clicked_cb (GtkButton        *button,
                    CoachLeftOutPage *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "move"));
  const CoachBench *bench = coach_profile_lookup_bench (profile, id);
  g_autoptr (AdwToast) toast = NULL;

  if (bench == NULL)
    return;
  toast = make_toast (self, bench);
  coach_profile_unbench (profile, id);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, toast);
}

static GtkWidget *
make_take_in_button (CoachLeftOutPage *self,
                     const char       *id)
{
  GtkWidget *button = gtk_button_new_with_label (_("Offer Again"));
  g_autofree char *label = NULL;

  /* Translators: %s is the name of a move */
  label = g_strdup_printf (_("Offer “%s” again"), get_name (self, id));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "move", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_in_clicked_cb), self, 0);
  return button;
}

static char *
describe_end (const CoachBench *bench)
{
  g_autofree char *day = NULL;

  if (!g_date_valid (&bench->until))
    return g_strdup (_("Until you want it again"));
  day = coach_phrases_format_day (&bench->until);
  /* Translators: %s is a day, as in "5 December" */
  return g_strdup_printf (_("Until %s"), day);
}

static GtkWidget *
make_row (CoachLeftOutPage *self,
          const CoachBench *bench)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *end = describe_end (bench);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), get_name (self, bench->move));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), end);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_take_in_button (self, bench->move));
  return row;
}

static void
add_row (CoachLeftOutPage *self,
         GtkWidget        *row)
{
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_empty_row (CoachLeftOutPage *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Nothing is left out"));
  add_row (self, row);
}

static void
fill (CoachLeftOutPage *self)
{
  CoachProfile *profile = coach_app_context_get_profile (self->context);
  CoachDay *day = coach_profile_get_day (profile);
  const GDate *today = day != NULL ? coach_day_get_date (day) : NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < coach_profile_get_n_benches (profile); i++)
    {
      const CoachBench *bench = coach_profile_get_bench (profile, i);

      if (coach_bench_is_active (bench, today))
        add_row (self, make_row (self, bench));
    }
  if (self->rows->len == 0)
    add_empty_row (self);
}

static void
profile_changed_cb (CoachLeftOutPage *self)
{
  fill (self);
}

static void
coach_left_out_page_constructed (GObject *object)
{
  CoachLeftOutPage *self = COACH_LEFT_OUT_PAGE (object);

  G_OBJECT_CLASS (coach_left_out_page_parent_class)->constructed (object);

  self->rows = g_ptr_array_new ();
  fill (self);
  g_signal_connect_object (coach_app_context_get_profile (self->context), "changed",
                           G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
coach_left_out_page_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  CoachLeftOutPage *self = COACH_LEFT_OUT_PAGE (object);

  switch ((CoachLeftOutPageProperty) id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
coach_left_out_page_dispose (GObject *object)
{
  CoachLeftOutPage *self = COACH_LEFT_OUT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), COACH_TYPE_LEFT_OUT_PAGE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_left_out_page_parent_class)->dispose (object);
}

static void
coach_left_out_page_class_init (CoachLeftOutPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = coach_left_out_page_constructed;
  object_class->set_property = coach_left_out_page_set_property;
  object_class->dispose = coach_left_out_page_dispose;

  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, COACH_TYPE_APP_CONTEXT,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * CoachLeftOutPage::told:
   * @self: the page
   * @toast: what to show, with a way back
   *
   * A move was taken in again.
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, ADW_TYPE_TOAST);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-left-out-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachLeftOutPage, group);
}

static void
coach_left_out_page_init (CoachLeftOutPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * coach_left_out_page_new:
 * @context: what pages are given
 *
 * Makes the page. What is chosen counts at once.
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
coach_left_out_page_new (CoachAppContext *context)
{
  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  return g_object_new (COACH_TYPE_LEFT_OUT_PAGE, "context", context, NULL);
}
