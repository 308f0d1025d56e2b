#define G_LOG_DOMAIN "coach-app"

#include "config.h"

#include "coach-voice-page.h"

#include <glib/gi18n.h>

#include "coach-spin-scroll.h"
#include "coach-voice-page-state.h"

/* A voice that was just chosen takes a moment to come. */
#define SAMPLE_STALE_AFTER_US (3 * (gint64) G_USEC_PER_SEC)

struct _CoachVoicePage
{
  AdwPreferencesPage   parent_instance;

  CoachAppContext     *context;     /* (owned) (nullable) until it is set */
  CoachSpeaker        *speaker;     /* (owned) (nullable) until it is set */
  GSettings           *settings;    /* (owned) (nullable) until it is set */
  GCancellable        *cancellable; /* (owned) (nullable): of the list of voices, once it is asked for */
  GPtrArray           *voices;      /* (owned) (nullable): until they are known */
  CoachVoicePageState  state;       /* as it is shown */
  gboolean             is_showing;  /* choices are being set by us */

  AdwComboRow         *level_row;
  AdwActionRow        *reader_row;
  GtkSwitch           *reader_switch;
  AdwActionRow        *notice_row;
  AdwComboRow         *language_row;
  AdwComboRow         *voice_row;
  GtkScale            *rate_scale;
  GtkAdjustment       *rate_adjustment;
  GtkScale            *volume_scale;
  GtkAdjustment       *volume_adjustment;
  AdwActionRow        *sample_row;
  GtkButton           *try_button;
  GtkScale            *sound_scale;
  GtkAdjustment       *sound_adjustment;
};

/**
 * CoachVoicePage:
 *
 * What is said and heard in a session, and how it sounds. The speech server is looked for only once the
 * page is seen.
 */
G_DEFINE_FINAL_TYPE (CoachVoicePage, coach_voice_page, ADW_TYPE_PREFERENCES_PAGE)

static const char *
get_sample (void)
{
  return _("Lie on your back and bend your knees. Hold for twenty seconds.");
}

/* A list that is the same stays, and with it the place of whoever looks through it. */
static void
show_choices (AdwComboRow *row,
              GPtrArray   *labels,
              guint        selected)
{
  GListModel *present = adw_combo_row_get_model (row);
  gboolean is_same = present != NULL && g_list_model_get_n_items (present) == labels->len;

  for (guint i = 0; is_same && i < labels->len; i++)
    is_same = g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (present), i),
                           g_ptr_array_index (labels, i));
  if (!is_same)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

      for (guint i = 0; i < labels->len; i++)
        gtk_string_list_append (list, g_ptr_array_index (labels, i));
      adw_combo_row_set_model (row, G_LIST_MODEL (list));
    }
  adw_combo_row_set_selected (row, selected);
}

static void
show_state (CoachVoicePage *self)
{
  const CoachVoicePageState *state = &self->state;

  self->is_showing = TRUE;
  adw_combo_row_set_selected (self->level_row,
                              (guint) g_settings_get_enum (self->settings, "voice-level"));
  show_choices (self->language_row, state->language_labels, state->language);
  show_choices (self->voice_row, state->voice_labels, state->voice);
  self->is_showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->notice_row), state->notice != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->notice_row),
                                 state->notice != NULL ? state->notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reader_row), state->reader_notice != NULL);
  adw_action_row_set_subtitle (self->reader_row,
                               state->reader_notice != NULL ? state->reader_notice : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->language_row), state->can_choose);
  gtk_widget_set_sensitive (GTK_WIDGET (self->voice_row), state->can_choose);
  gtk_widget_set_sensitive (GTK_WIDGET (self->try_button), state->can_try);
}

static void
update (CoachVoicePage *self)
{
  g_autofree char *language = g_settings_get_string (self->settings, "voice-language");
  g_autofree char *voice_name = g_settings_get_string (self->settings, "voice-name");
  CoachVoicePageFacts facts = {
    .state = coach_voice_get_state (coach_speaker_get_voice (self->speaker)),
    .has_reader = coach_speaker_has_reader (self->speaker),
    .speaks_with_reader = g_settings_get_boolean (self->settings, "speak-with-screen-reader"),
    .voices = self->voices,
    .text_language = coach_speaker_get_text_language (self->speaker),
    .language = language,
    .voice_name = voice_name,
  };

  coach_voice_page_state_clear (&self->state);
  coach_voice_page_state_init (&self->state, &facts);
  show_state (self);
}

static void
voices_told_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CoachVoicePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) voices = coach_voice_list_voices_finish (COACH_VOICE (source), result,
                                                                 &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (voices == NULL)
    {
      g_info ("no voices: %s", error->message);
      return;
    }
  self->voices = g_steal_pointer (&voices);
  update (self);
}

static void
ask_for_voices (CoachVoicePage *self)
{
  CoachVoice *voice = coach_speaker_get_voice (self->speaker);

  if (self->voices != NULL || self->cancellable != NULL
      || coach_voice_get_state (voice) != COACH_VOICE_STATE_READY)
    return;
  self->cancellable = g_cancellable_new ();
  coach_voice_list_voices_async (voice, self->cancellable, voices_told_cb, g_object_ref (self));
}

static void
speaker_changed_cb (CoachVoicePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  ask_for_voices (self);
  update (self);
}

static void
level_chosen_cb (CoachVoicePage *self)
{
  guint chosen = adw_combo_row_get_selected (self->level_row);

  if (!self->is_showing && self->settings != NULL && chosen != GTK_INVALID_LIST_POSITION)
    g_settings_set_enum (self->settings, "voice-level", (int) chosen);
}

static void
choose (CoachVoicePage *self,
        const char     *key,
        AdwComboRow    *row,
        GPtrArray      *values)
{
  guint chosen = adw_combo_row_get_selected (row);

  if (!self->is_showing && values != NULL && chosen < values->len)
    g_settings_set_string (self->settings, key, g_ptr_array_index (values, chosen));
}

/* A voice of another dialect would bring its own. */
static void
language_chosen_cb (CoachVoicePage *self)
{
  if (self->is_showing || self->settings == NULL)
    return;
  g_settings_reset (self->settings, "voice-name");
  choose (self, "voice-language", self->language_row, self->state.languages);
}

static void
voice_chosen_cb (CoachVoicePage *self)
{
  choose (self, "voice-name", self->voice_row, self->state.voice_names);
}

static void
try_pressed_cb (CoachVoicePage *self)
{
  CoachVoice *voice = coach_speaker_get_voice (self->speaker);
  const CoachUtterance sample = {
    .text = get_sample (),
    .priority = COACH_SPEECH_PRIORITY_GUIDE,
    .due_us = coach_clock_get_monotonic_us (coach_app_context_get_clock (self->context)),
    .stale_after_us = SAMPLE_STALE_AFTER_US,
  };

  coach_voice_hush (voice);
  coach_voice_say (voice, &sample);
}

static void
coach_voice_page_map (GtkWidget *widget)
{
  CoachVoicePage *self = COACH_VOICE_PAGE (widget);

  GTK_WIDGET_CLASS (coach_voice_page_parent_class)->map (widget);

  coach_voice_look (coach_speaker_get_voice (self->speaker));
  speaker_changed_cb (self);
}

/* The last word of a sample belongs to the page. */
static void
coach_voice_page_unmap (GtkWidget *widget)
{
  coach_voice_hush (coach_speaker_get_voice (COACH_VOICE_PAGE (widget)->speaker));

  GTK_WIDGET_CLASS (coach_voice_page_parent_class)->unmap (widget);
}

static void
coach_voice_page_dispose (GObject *object)
{
  CoachVoicePage *self = COACH_VOICE_PAGE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), COACH_TYPE_VOICE_PAGE);
  coach_voice_page_state_clear (&self->state);
  g_clear_pointer (&self->voices, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->speaker);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (coach_voice_page_parent_class)->dispose (object);
}

static void
coach_voice_page_class_init (CoachVoicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = coach_voice_page_dispose;
  widget_class->map = coach_voice_page_map;
  widget_class->unmap = coach_voice_page_unmap;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lowtide/Lowtide/ui/pages/coach-voice-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, language_row);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, level_row);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, notice_row);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, rate_adjustment);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, rate_scale);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, reader_row);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, reader_switch);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, sample_row);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, sound_adjustment);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, sound_scale);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, try_button);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, voice_row);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, volume_adjustment);
  gtk_widget_class_bind_template_child (widget_class, CoachVoicePage, volume_scale);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, voice_chosen_cb);
}

static void
coach_voice_page_init (CoachVoicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  coach_scale_let_page_scroll (self->rate_scale);
  coach_scale_let_page_scroll (self->volume_scale);
  coach_scale_let_page_scroll (self->sound_scale);
  adw_action_row_set_subtitle (self->sample_row, get_sample ());
}

static void
bind_settings (CoachVoicePage *self)
{
  g_settings_bind (self->settings, "voice-rate", self->rate_adjustment, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "voice-volume", self->volume_adjustment, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sound-volume", self->sound_adjustment, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "speak-with-screen-reader", self->reader_switch, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::voice-language",
                           G_CALLBACK (speaker_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::voice-name",
                           G_CALLBACK (speaker_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * coach_voice_page_new:
 * @context: what pages are given
 *
 * Makes the page. What is chosen counts at once.
 *
 * Returns: (transfer full): a page
 */
GtkWidget *
coach_voice_page_new (CoachAppContext *context)
{
  CoachVoicePage *self;

  g_return_val_if_fail (COACH_IS_APP_CONTEXT (context), NULL);

  self = g_object_new (COACH_TYPE_VOICE_PAGE, NULL);
  self->context = g_object_ref (context);
  self->settings = g_object_ref (coach_app_context_get_settings (context));
  self->speaker = g_object_ref (coach_app_context_get_speaker (context));
  bind_settings (self);
  g_signal_connect_object (self->speaker, "changed", G_CALLBACK (speaker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
