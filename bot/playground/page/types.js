/**
 * Shapes that come from the playground's server. Types only: nothing here runs.
 *
 * @typedef {{id: number, is_bot?: boolean, first_name: string, last_name?: string, username?: string}} User
 * @typedef {{id: number, type: string, title?: string, first_name?: string, username?: string}} Chat
 * @typedef {{id: number, key: string, first_name: string, last_name?: string, username?: string, note?: string,
 *   large_print?: boolean, blocked?: boolean, chats?: (number | Chat)[]}} Person
 * @typedef {{type: string, offset: number, length: number, url?: string, user?: User, language?: string}} Entity
 * @typedef {{text: string, style?: string, url?: string, callback_data?: string, copy_text?: {text: string},
 *   disabled?: object}} Button
 * @typedef {Record<string, any> & {message_id: number, date: number, chat: Chat, from?: User, text?: string,
 *   entities?: Entity[], reply_markup?: {inline_keyboard?: Button[][]}}} Message
 * @typedef {{text: string, show_alert: boolean, callback_query_id: string, date: number,
 *   url?: string}} Alert
 * @typedef {{messages: Message[], keyboard: (string | Button)[][] | null, buttons: string[], pinned: Message | null,
 *   alerts: Alert[], commands: {command: string, description: string}[], text: string,
 *   reactions?: Record<string, string[]>, keyboard_options?: {input_field_placeholder?: string}}} Screen
 * @typedef {{now: string, running: boolean, version: number}} Clock
 * @typedef {{kind: string, url?: string, callback_query_id?: string, message?: Message}} Tapped
 * @typedef {{type: string, chat?: number | null, who?: number | string}} PlaygroundEvent
 *
 * What a message or a keyboard may ask of the phone it is drawn on.
 * @typedef {object} Actions
 * @property {(button: Button, message?: Message) => void} tap
 * @property {(text: string) => void} say
 * @property {(url: string) => void} open
 * @property {(message: Message) => void} menu
 * @property {(messageId: number) => void} jump
 */
export {};
